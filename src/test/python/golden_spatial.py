#!/usr/bin/env python3
"""Golden values of hSNMF: src/test/resources/golden/{nmf,spatialgraph,fuzzy,leiden,spatialmetrics}.

Run from the project root:  python3 src/test/python/golden_spatial.py
Versions that made the committed files: python 3.11, numpy, scipy, scikit-learn, umap-learn, leidenalg and igraph as the
first line of every file says.

Every file is text: comment lines start with '#', the others hold the values of one row, separated by tabs.
"""

import warnings
from importlib.metadata import version
from pathlib import Path

import igraph
import leidenalg
import numpy as np
import scipy.sparse as sp
from scipy.spatial import cKDTree
from sklearn.decomposition import NMF
from sklearn.decomposition._nmf import _initialize_nmf
from sklearn.metrics import davies_bouldin_score, silhouette_score
from sklearn.neighbors import NearestNeighbors
from umap.umap_ import fuzzy_simplicial_set

warnings.filterwarnings("ignore")

ROOT = Path("src/test/resources/golden")
TOOLS = ["numpy", "scipy", "scikit-learn", "umap-learn", "leidenalg", "igraph"]
HEADER = "# " + ", ".join(f"{t} {version(t)}" for t in TOOLS) + "; src/test/python/golden_spatial.py\n"

CELLS, GENES, DOMAINS, RANK = 400, 60, 5, 5
CONTACT, RADIUS, CONTACT_WEIGHT, RADIUS_WEIGHT = 20.0, 80.0, 2.5, 1.0
EXTENT = 460.0
BETA, STEPS, K, ALPHA, GAMMA = 0.6, 2, 15, 0.5, 0.4


def write(folder, name, rows, fmt):
    path = ROOT / folder / f"{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="\n") as out:
        out.write(HEADER)
        for row in np.atleast_2d(rows):
            out.write("\t".join(fmt % v for v in np.atleast_1d(row)) + "\n")


def write_sparse(folder, name, matrix, fmt="%.17g"):
    """row, column, value of the upper triangle of a symmetric matrix"""
    m = sp.triu(matrix).tocoo()
    order = np.lexsort((m.col, m.row))
    path = ROOT / folder / f"{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="\n") as out:
        out.write(HEADER)
        for e in order:
            out.write(f"{m.row[e]}\t{m.col[e]}\t{fmt % m.data[e]}\n")


def section(rng):
    xy = np.round(rng.uniform(0, EXTENT, (CELLS, 2)), 3)
    xy[7] = xy[6]  # two cells in one place: no edge
    xy[11] = [2000, 2000]  # a cell without neighbours
    seeds = rng.uniform(0, EXTENT, (2 * DOMAINS, 2))
    domain = np.argmin(((xy[:, None] - seeds[None]) ** 2).sum(-1), axis=1) % DOMAINS
    base = 0.6 * np.exp(rng.normal(0, 0.8, GENES))
    profile = base[None] * np.where(rng.random((DOMAINS, GENES)) < 0.2, 6.0, 0.6)
    counts = rng.poisson(profile[domain])
    total = counts.sum(1, keepdims=True)
    x = np.log1p(counts / total * np.median(total)).astype(np.float32)
    return xy, domain, x


def nmf(x):
    w0, h0 = _initialize_nmf(x.astype(float), RANK, init="nndsvda", random_state=0)
    w0, h0 = w0.astype(np.float32).astype(float), h0.astype(np.float32).astype(float)
    model = NMF(RANK, init="custom", solver="cd", tol=1e-4, max_iter=500, shuffle=False)
    w = model.fit_transform(x.astype(float), W=w0.copy(), H=h0.copy())
    residual = np.linalg.norm(x - w @ model.components_) ** 2
    write("nmf", "expression", x, "%.9g")
    write("nmf", "start_w", w0, "%.9g")
    write("nmf", "start_h", h0, "%.9g")
    write("nmf", "w", w, "%.9g")
    write("nmf", "h", model.components_, "%.9g")
    write("nmf", "fit", [[model.n_iter_, 0.5 * residual, 1 - residual / np.linalg.norm(x) ** 2]], "%.17g")
    return w


def row_normalised(a):
    s = np.asarray(a.sum(1)).ravel()
    return sp.diags(np.divide(1.0, s, out=np.zeros_like(s), where=s > 0)) @ a


def spatial(xy, w):
    def graph(radius, weight):
        pairs = cKDTree(xy).query_pairs(radius, output_type="ndarray")
        far = np.linalg.norm(xy[pairs[:, 0]] - xy[pairs[:, 1]], axis=1) > 1e-6
        i, j = pairs[far].T
        one = np.full(len(i), weight)
        return sp.csr_matrix((np.r_[one, one], (np.r_[i, j], np.r_[j, i])), (CELLS, CELLS))

    a = graph(CONTACT, CONTACT_WEIGHT).maximum(graph(RADIUS, RADIUS_WEIGHT))
    p = row_normalised(a + sp.identity(CELLS))
    smooth = w.copy()
    for _ in range(STEPS):
        smooth = (1 - BETA) * smooth + BETA * (p @ smooth)
    write("spatialgraph", "centroids", xy, "%.17g")
    write_sparse("spatialgraph", "adjacency", a)
    write("spatialgraph", "factors", w, "%.17g")
    write("spatialgraph", "smoothed", smooth, "%.17g")
    return a, smooth


def fuzzy(smooth):
    points = smooth.astype(np.float32)
    nn = NearestNeighbors(n_neighbors=K, algorithm="brute").fit(points.astype(float))
    distance, index = nn.kneighbors(points.astype(float))
    assert (index[:, 0] == np.arange(CELLS)).all()
    distance = distance.astype(np.float32)
    distance[:, 0] = 0
    graph, _, _ = fuzzy_simplicial_set(
        points, K, np.random.RandomState(0), "euclidean", knn_indices=index, knn_dists=distance)
    write("fuzzy", "neighbours", index, "%d")
    write("fuzzy", "distances", distance, "%.9g")
    write_sparse("fuzzy", "graph", graph.tocsr(), "%.9g")
    return graph.tocsr().astype(np.float64)


def hybrid(a_s, a_f):
    a = row_normalised(ALPHA * row_normalised(a_s) + (1 - ALPHA) * row_normalised(a_f))
    both = (a + a.T).tocsr()
    write_sparse("leiden", "hybrid", both)
    return both


def leiden(name, matrix):
    """For three seeds: quality / 2m, then the labels."""
    upper = sp.triu(matrix, 1).tocoo()
    graph = igraph.Graph(n=matrix.shape[0], edges=list(zip(upper.row.tolist(), upper.col.tolist())))
    rows = []
    for seed in (0, 1, 2):
        part = leidenalg.find_partition(
            graph, leidenalg.RBConfigurationVertexPartition, weights=upper.data.tolist(),
            resolution_parameter=GAMMA, n_iterations=2, seed=seed)
        rows.append([part.quality() / (2 * upper.data.sum()), *part.membership])
    write("leiden", name, rows, "%.17g")


def planted(rng):
    n, groups = 360, 6
    label = np.arange(n) % groups
    p = np.where(label[:, None] == label[None], 0.25, 0.015)
    i, j = np.nonzero(np.triu(rng.random((n, n)) < p, 1))
    v = np.round(rng.uniform(0.5, 1.5, len(i)), 6)
    m = sp.csr_matrix((np.r_[v, v], (np.r_[i, j], np.r_[j, i])), (n, n))
    write_sparse("leiden", "planted", m)
    return m


def metrics(xy, x, a, smooth, domain):
    def moran(values):
        z = values - values.mean(0)
        return CELLS / a.sum() * (z * (a @ z)).sum(0) / (z * z).sum(0)

    points = smooth.astype(np.float32).astype(float)
    scaled = (xy - xy.mean(0)) / xy.std(0)
    chaos = 0.0
    for c in range(DOMAINS):
        own = scaled[domain == c]
        chaos += cKDTree(own).query(own, k=2)[0][:, 1].sum()
    near = cKDTree(xy).query(xy, k=11)[1]
    foreign = [(domain[[j for j in near[i] if j != i][:10]] != domain[i]).sum() for i in range(CELLS)]
    i, j = a.nonzero()
    contact = np.asarray(a[i, j]).ravel() == CONTACT_WEIGHT
    same = domain[i] == domain[j]
    write("spatialmetrics", "domain", domain[:, None], "%d")
    write("spatialmetrics", "moran_factors", [moran(points)], "%.17g")
    write("spatialmetrics", "moran_genes", [moran(x.astype(float))], "%.17g")
    write("spatialmetrics", "scores", [[
        chaos / CELLS, np.mean(np.array(foreign) >= 6), silhouette_score(points, domain),
        davies_bouldin_score(points, domain), same[contact].mean(), same.mean()]], "%.17g")


def main():
    rng = np.random.default_rng(20260208)
    xy, domain, x = section(rng)
    w = nmf(x)
    a_s, smooth = spatial(xy, w)
    a_f = fuzzy(smooth)
    leiden("hybrid_partitions", hybrid(a_s, a_f))
    leiden("planted_partitions", planted(rng))
    metrics(xy, x, a_s, smooth, domain)


if __name__ == "__main__":
    main()
