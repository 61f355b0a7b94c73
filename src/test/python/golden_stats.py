"""Golden values of io.nanocell.evidence.stats and io.nanocell.evidence.enrichment.

python 3.11, numpy 2.4.6, scipy 1.17.1 (other versions: the header of every file says which ran)
run from the project's root: python src/test/python/golden_stats.py
"""

import platform
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

GOLDEN = Path(__file__).parents[1] / "resources" / "golden"
TOOLS = f"python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}"
COMMAND = "python src/test/python/golden_stats.py"


def write(path, what, rows):
    target = GOLDEN / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"# {what}; {TOOLS}; {COMMAND}\n")
        for row in rows:
            out.write("\t".join(x if isinstance(x, str) else repr(x.item() if hasattr(x, "item") else x) for x in row) + "\n")


def wilcoxon():
    """300 cells x 24 genes: many ties, genes with one, few and all values, a constant and an empty gene."""
    rng = np.random.default_rng(7)
    cells, genes, groups = 300, 24, 4
    group = rng.choice(groups + 1, size=cells, p=[0.05, 0.45, 0.3, 0.19, 0.01])
    group[:5] = [0, 1, 2, 3, 4]
    rate = rng.gamma(0.5, 1.0, size=(groups + 1, genes))
    counts = rng.poisson(rate[group])
    counts[:, 0] = 0
    counts[:, 1] = 0
    counts[17, 1] = 3
    counts[:, 2] += 1
    size = rng.choice([50.0, 80.0, 100.0], size=cells)  # few totals, so that values tie across cells
    values = np.log1p(counts / size[:, None] * 80.0).astype(np.float32)
    values[:, 3] = np.float32(1.5)
    write("wilcoxon/expression.tsv", "cell, gene, value: 300 x 24, float32",
          [(c, g, values[c, g]) for c in range(cells) for g in range(genes) if values[c, g] > 0])
    write("wilcoxon/groups.tsv", "group of every cell", [(g,) for g in group])
    rows = []
    for k in range(1, groups + 1):
        inside = group == k
        p = []
        block = []
        for g in range(genes):
            x, y = values[inside, g].astype(float), values[~inside, g].astype(float)
            if np.all(values[:, g] == values[0, g]):  # scipy answers NaN where all is tied; scanpy makes it 0
                z, pv = 0.0, 1.0
            else:
                test = stats.mannwhitneyu(x, y, use_continuity=False, method="asymptotic", alternative="two-sided")
                pv = test.pvalue
                z = getattr(test, "zstatistic", None)
                if z is None:
                    u, n1, n2 = test.statistic, len(x), len(y)
                    _, t = np.unique(np.concatenate([x, y]), return_counts=True)
                    n = n1 + n2
                    s = np.sqrt(n1 * n2 / 12 * (n + 1 - (t**3 - t).sum() / (n * (n - 1))))
                    z = (u - n1 * n2 / 2) / s
            p.append(pv)
            mean_in, mean_out = x.mean(), y.mean()
            scanpy = np.log2((np.expm1(mean_in) + 1e-9) / (np.expm1(mean_out) + 1e-9))
            pseudo = np.log2((np.expm1(mean_in) + 0.01) / (np.expm1(mean_out) + 0.01))
            pct_in, pct_out = (x > 0).mean(), (y > 0).mean()
            block.append([k, g, z, pv, 0.0, scanpy, pct_in, pct_out, mean_in, mean_out,
                          (pct_in - pct_out) * min(pseudo, 4.0)])
        for row, q in zip(block, stats.false_discovery_control(p, method="bh")):
            row[4] = q
        rows += block
    write("wilcoxon/expected.tsv",
          "group, gene, z, p, BH p, log2 fold change (1e-9), pct_in, pct_out, mean_in, mean_out, effect", rows)


def benjamini_hochberg():
    rng = np.random.default_rng(8)
    rows = []
    for i, m in enumerate([1, 2, 7, 8, 15, 100]):
        p = np.round(rng.random(m) ** 3, 3 if i % 2 else 6)  # rounding makes ties
        p[0] = 0.0 if m > 7 else p[0]
        rows += [(i, a, b) for a, b in zip(p, stats.false_discovery_control(p, method="bh"))]
    write("benjamini-hochberg/expected.tsv", "set, p, adjusted", rows)


def noise_floor():
    rng = np.random.default_rng(9)
    rows = []
    for i, m in enumerate([1, 2, 3, 20, 21, 64]):
        shares = np.round(rng.gamma(0.7, 0.01, m), 5)
        rows.append((i, float(np.percentile(shares, 95)), ",".join(map(repr, shares.tolist()))))
    write("noise-floor/expected.tsv", "set, numpy.percentile(shares, 95), shares", rows)


def hypergeometric():
    """P(X >= k) for population N, term size K, study size n."""
    rows = []
    for N, n in [(20, 5), (313, 15), (400, 15), (400, 100), (480, 60), (5000, 20), (5000, 200), (5000, 1250)]:
        for K in [2, 3, 10, 57, 200, 500]:
            if K > N:
                continue
            top = min(K, n)
            for k in sorted({0, 1, 2, 3, top // 4, top // 2, top - 1, top}):
                if 0 <= k <= top:
                    rows.append((N, K, n, k, float(stats.hypergeom.sf(k - 1, N, K, n))))
    write("hypergeometric/expected.tsv", "N, K, n, k, P(X >= k)", rows)


def enrichment():
    """120 genes (12 without annotation), 80 terms on a graph of is_a and part_of edges, propagated here by hand."""
    rng = np.random.default_rng(10)
    terms = [f"GO:{1000 + i:07d}" for i in range(80)]
    parents = {terms[0]: []}
    edges = []
    for i in range(1, 80):
        chosen = rng.choice(i, size=min(i, int(rng.integers(1, 3))), replace=False)
        parents[terms[i]] = [terms[j] for j in chosen]
        edges += [(terms[i], terms[j], "is_a" if rng.random() < 0.7 else "part_of") for j in chosen]
    genes = [f"GENE{i:03d}" for i in range(120)]
    direct = {g: sorted(rng.choice(terms[1:], size=int(rng.integers(1, 3)), replace=False).tolist()) for g in genes[12:]}

    def closure(term):
        return {term}.union(*(closure(p) for p in parents[term]))

    members = {t: set() for t in terms}
    for gene, own in direct.items():
        for t in set().union(*(closure(t) for t in own)):
            members[t].add(gene)
    focus = terms[40] if len(members[terms[40]]) > 4 else max(
        (t for t in terms if len(members[t]) <= 10), key=lambda t: len(members[t]))
    study = sorted(members[focus])[:8] + genes[:2] + genes[20:24]
    study = list(dict.fromkeys(study))
    low, high = 2, 30
    tested = [t for t in terms if low <= len(members[t]) <= high]
    k = [len(members[t] & set(study)) for t in tested]
    p = [float(stats.hypergeom.sf(ki - 1, len(genes), len(members[t]), len(study))) for t, ki in zip(tested, k)]
    fdr = stats.false_discovery_control(p, method="bh")
    write("enrichment/edges.tsv", "child, parent, type", edges)
    write("enrichment/annotations.tsv", "gene, direct term", [(g, t) for g in direct for t in direct[g]])
    write("enrichment/genes.tsv", "gene of the panel, in the study", [(g, int(g in study)) for g in genes])
    write("enrichment/expected.tsv", f"term, k, n, K, N, p, fdr; all tested: {low} to {high} panel genes",
          [(t, ki, len(study), len(members[t]), len(genes), pi, float(f)) for t, ki, pi, f in zip(tested, k, p, fdr)])


if __name__ == "__main__":
    wilcoxon()
    benjamini_hochberg()
    noise_floor()
    hypergeometric()
    enrichment()
