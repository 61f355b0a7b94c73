"""Golden values of io.nanocell.evaluation.

python 3.11, numpy 2.4.6, scikit-learn 1.9.1 (other versions: the header of every file says which ran)
run from the project's root: python src/test/python/golden_evaluation.py
"""

import platform
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, f1_score

GOLDEN = Path(__file__).parents[1] / "resources" / "golden" / "evaluation"
TOOLS = f"python {platform.python_version()}, numpy {np.__version__}, scikit-learn {sklearn.__version__}"
COMMAND = "python src/test/python/golden_evaluation.py"


def write(name, what, rows):
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with open(GOLDEN / f"{name}.tsv", "w", encoding="utf-8") as out:
        out.write(f"# {what}; {TOOLS}; {COMMAND}\n")
        for row in rows:
            out.write("\t".join(repr(x.item() if hasattr(x, "item") else x) for x in row) + "\n")


def ece(p, y):
    """Ten bins of equal width; a border belongs to the bin above it, 1 to the last."""
    b = np.minimum(9, np.floor(p * 10).astype(int))
    return sum(abs(p[b == k].mean() - y[b == k].mean()) * (b == k).sum() for k in range(10) if (b == k).any()) / len(p)


def aurc(p, y, rng):
    """Mean risk over all coverages; ties in random order, averaged over orders."""
    areas = []
    for _ in range(4000):
        shuffled = rng.permutation(len(p))
        order = shuffled[np.argsort(-p[shuffled], kind="stable")]
        areas.append(np.mean(np.cumsum(1 - y[order]) / np.arange(1, len(p) + 1)))
    return np.mean(areas)


def coverage(p, y, risk):
    best = 0.0
    for t in np.unique(p):
        if (1 - y[p >= t]).mean() <= risk + 1e-12:
            best = max(best, (p >= t).mean())
    return best


def main():
    rng = np.random.default_rng(11)
    p = np.round(rng.beta(3, 2, size=240), 2)  # many ties
    y = (rng.random(240) < p**1.5).astype(int)
    write("answers", "confidence, right", zip(p, y))
    x = np.log(p / (1 - p))[:, None]
    line = LogisticRegression(C=np.inf, tol=1e-12, max_iter=10_000).fit(x, y)
    base = y.mean()
    brier = brier_score_loss(y, p)
    simulated = [ece(p, (rng.random(240) < p).astype(int)) for _ in range(20_000)]
    drawn = []
    for _ in range(4000):
        i = rng.integers(0, 240, 240)
        drawn.append([coverage(p[i], y[i], 0.05), coverage(p[i], y[i], 0.10)])
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    write("figures",
          "brier, skill, ece, intercept, slope, aurc (mean over 4,000 orders of ties), perfect ece mean, its 95th percentile (20,000 draws), "
          "coverage at 5 %, low, high, coverage at 10 %, low, high (4,000 resamples)",
          [(brier, 1 - brier / (base * (1 - base)), ece(p, y), line.intercept_[0], line.coef_[0, 0], aurc(p, y, rng),
            np.mean(simulated), np.percentile(simulated, 95),
            coverage(p, y, 0.05), low[0], high[0], coverage(p, y, 0.10), low[1], high[1])])
    truth = rng.integers(0, 5, 120)
    said = np.where(rng.random(120) < 0.6, truth, rng.integers(0, 7, 120))  # classes 5 and 6 are never true
    labels = sorted(set(truth))
    write("classes", "truth, predicted", zip(truth, said))
    write("f1", "macro F1 over the true classes", [(f1_score(truth, said, labels=labels, average="macro"),)])


main()
