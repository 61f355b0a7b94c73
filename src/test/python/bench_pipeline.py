"""The same stages as `bench`, as a careful Python user would write them: the yardstick of the README's scaling table.

Usage:  python bench_pipeline.py FOLDER [--leiden leidenalg|igraph|both] [--compare COMMAND]
FOLDER holds cell_feature_matrix.h5, cells.parquet and truth.csv, as `bench --keep FOLDER` leaves them.
COMMAND (`java … -jar nanocell-annotator.jar`) runs the service's own bench on FOLDER right before, eight times: the last
run, when all its code is compiled, is set beside these figures. Without it those are that an earlier bench left in FOLDER.

Stages: normalise, spatial graph (scipy cKDTree), NMF (scikit-learn, coordinate descent), diffusion, UMAP's fuzzy graph,
hybrid adjacency, Leiden (leidenalg and igraph's own, the faster one counts), rank sums over non-zeros (numpy).

numpy 2.x, scipy 1.17, scikit-learn 1.8, umap-learn 0.5, leidenalg 0.11, python-igraph 1.0, h5py 3, pyarrow 22
"""
import argparse
import os
import resource
import shlex
import subprocess
import time
import warnings

import h5py
import igraph
import leidenalg
import numpy as np
import pyarrow.parquet as pq
import scipy.sparse as sp
from scipy.spatial import cKDTree
from sklearn.decomposition import NMF
from sklearn.metrics import adjusted_rand_score
from umap.umap_ import fuzzy_simplicial_set

warnings.filterwarnings("ignore")
STAGES = []


def timed(name, function, *arguments):
    start, cpu = time.perf_counter(), time.process_time()
    result = function(*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    STAGES.append((name, time.perf_counter() - start, time.process_time() - cpu, peak))
    return result


def read(folder):
    with h5py.File(folder + "/cell_feature_matrix.h5") as file:
        m = file["matrix"]
        genes, cells = m["shape"][:]
        counts = sp.csr_matrix((m["data"][:].astype(np.float32), m["indices"][:], m["indptr"][:]), shape=(cells, genes))
        kept = np.array([t == b"Gene Expression" for t in m["features"]["feature_type"][:]])
    cells = pq.read_table(folder + "/cells.parquet", columns=["cell_id", "x_centroid", "y_centroid"])
    xy = np.column_stack([cells["x_centroid"].to_numpy(), cells["y_centroid"].to_numpy()])
    return counts[:, kept].tocsr(), xy


def filter_cells(counts, xy):
    per_cell, genes = np.asarray(counts.sum(1)).ravel(), np.diff(counts.indptr)
    cells = (per_cell >= 10) & (genes >= 5)
    counts = counts[cells]
    seen = np.bincount(counts.indices, minlength=counts.shape[1]) >= 10
    return counts[:, seen].tocsr(), xy[cells], cells


def normalise(counts):
    total = np.asarray(counts.sum(1)).ravel()
    scaled = counts.multiply((np.median(total) / total)[:, None]).tocsr().astype(np.float32)
    scaled.data = np.log1p(scaled.data)
    return scaled


def spatial_graph(xy):
    tree = cKDTree(xy)
    pairs = tree.query_pairs(80.0, output_type="ndarray")
    distance = np.linalg.norm(xy[pairs[:, 0]] - xy[pairs[:, 1]], axis=1)
    pairs, distance = pairs[distance > 1e-6], distance[distance > 1e-6]
    weight = np.where(distance <= 20.0, 2.5, 1.0)
    n = len(xy)
    upper = sp.coo_matrix((weight, (pairs[:, 0], pairs[:, 1])), shape=(n, n)).tocsr()
    return (upper + upper.T).tocsr()


def nmf(x):
    model = NMF(10, init="nndsvda", solver="cd", tol=1e-4, max_iter=500, random_state=0)
    return model.fit_transform(x), model


def objective(x, w, h):
    """Half the squared error in doubles: scikit-learn's own is summed in the floats of the matrix."""
    x, w, h = x.astype(np.float64), w.astype(np.float64), h.astype(np.float64)
    return 0.5 * ((x.data**2).sum() - 2 * ((x @ h.T) * w).sum() + ((w.T @ w) * (h @ h.T)).sum())


def diffuse(w, a):
    p = a + sp.identity(a.shape[0], format="csr")
    p = sp.diags(1 / np.asarray(p.sum(1)).ravel()) @ p
    for _ in range(2):
        w = 0.4 * w + 0.6 * (p @ w)
    return w


def rows(a):
    total = np.asarray(a.sum(1)).ravel()
    return sp.diags(np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)) @ a


def feature_graph(w):
    """Exact neighbours by a KD-tree, then UMAP's own fuzzy union: faster than its approximate search in 10 dimensions."""
    w = w.astype(np.float32)
    distance, index = cKDTree(w).query(w, k=15, workers=-1)
    return fuzzy_simplicial_set(
        w, 15, np.random.RandomState(0), "euclidean", knn_indices=index, knn_dists=distance.astype(np.float32)
    )[0]


def hybrid(spatial, feature):
    a = rows(0.5 * rows(spatial) + 0.5 * rows(feature))
    return (a + a.T).tocsr()


def graph_of(a):
    upper = sp.triu(a, 1).tocoo()
    return igraph.Graph(n=a.shape[0], edges=np.column_stack([upper.row, upper.col]), edge_attrs={"weight": upper.data})


def leiden_alg(graph):
    return leidenalg.find_partition(
        graph,
        leidenalg.RBConfigurationVertexPartition,
        weights="weight",
        resolution_parameter=0.4,
        n_iterations=2,
        seed=0,
    ).membership


def leiden_igraph(graph):
    import random

    random.seed(0)
    igraph.set_random_number_generator(random)
    return graph.community_leiden(objective_function="modularity", weights="weight", resolution=0.4, n_iterations=2).membership


def quality(graph, membership):
    return leidenalg.RBConfigurationVertexPartition(
        graph, initial_membership=list(membership), weights="weight", resolution_parameter=0.4
    ).quality() / (2 * sum(graph.es["weight"]))


def rank_sums(x, membership):
    """z of every cluster against the rest, ranks from non-zeros only, ties exact."""
    label = np.asarray(membership)
    size = np.bincount(label)
    n = x.shape[0]
    columns = x.tocsc()
    z = np.empty((len(size), x.shape[1]))
    for gene in range(x.shape[1]):
        lo, hi = columns.indptr[gene], columns.indptr[gene + 1]
        value, group = columns.data[lo:hi], label[columns.indices[lo:hi]]
        zeros = n - len(value)
        order = np.argsort(value, kind="stable")
        value, group = value[order], group[order]
        starts = np.flatnonzero(np.r_[True, value[1:] != value[:-1]]) if len(value) else np.empty(0, int)
        count = np.diff(np.r_[starts, len(value)])
        average = np.repeat(zeros + starts + (count + 1) / 2, count)
        ranks = np.bincount(group, average, len(size))
        ranks += (size - np.bincount(group, minlength=len(size))) * (zeros + 1) / 2
        ties = (count.astype(float) ** 3 - count).sum() + float(zeros) ** 3 - zeros
        variance = size * (n - size) / 12 * (n + 1 - ties / (n * (n - 1)))
        z[:, gene] = (ranks - size * (n + 1) / 2) / np.sqrt(np.maximum(variance, 1e-300))
    return z


def compare(folder, own_wall, own_cpu):
    """Both from counts in memory to rank sums: SPATIAL and MARKERS hold more here (metrics, effect sizes), reading aside."""
    path = folder + "/bench.tsv"
    if not os.path.exists(path):
        return
    rows = [line.rstrip("\n").split("\t") for line in open(path)][1:]
    stages = {row[0]: row for row in rows}
    wall = sum(float(stages[name][1]) for name in ("SPATIAL", "MARKERS"))
    cpu = sum(float(stages[name][2]) for name in ("SPATIAL", "MARKERS"))
    peak = max(float(row[3]) for row in rows if row[3]) / 2**30
    print(
        f"NanoCell SPATIAL + MARKERS {wall:.2f} s wall, {cpu:.2f} s CPU, peak {peak:.2f} GiB, NMF objective "
        f"{float(stages['objective'][1]):.6f}, Q {float(stages['quality'][1]):.6f}, ARI {float(stages['ari'][1]):.4f}"
    )
    print(f"Python / NanoCell: {own_wall / wall:.1f} x wall, {own_cpu / cpu:.1f} x CPU")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--leiden", choices=["leidenalg", "igraph", "both"], default="both")
    parser.add_argument("--compare", default="")
    choice = parser.parse_args()
    if choice.compare:
        subprocess.run(shlex.split(choice.compare) + ["bench", "--bundle", choice.folder, "--runs", "8"], check=True)
    counts, xy = timed("read", read, choice.folder)
    counts, xy, cells = timed("filter", filter_cells, counts, xy)
    x = timed("normalise", normalise, counts)
    feature_graph(np.random.RandomState(0).rand(500, 10))  # numba compiles before the clock starts: both sides are hot
    spatial = timed("spatial graph", spatial_graph, xy)
    w, model = timed("nmf", nmf, x)
    smooth = timed("diffusion", diffuse, w, spatial)
    feature = timed("feature graph", feature_graph, smooth)
    mixed = timed("hybrid", hybrid, spatial, feature)
    graph = timed("igraph", graph_of, mixed)
    found = {}
    if choice.leiden in ("leidenalg", "both"):
        found["leidenalg"] = timed("leidenalg", leiden_alg, graph)
    if choice.leiden in ("igraph", "both"):
        found["igraph"] = timed("igraph leiden", leiden_igraph, graph)
    times = {name: wall for name, wall, _, _ in STAGES}
    best = min(found, key=lambda name: times["leidenalg" if name == "leidenalg" else "igraph leiden"])
    timed("rank sums", rank_sums, x, found[best])
    print(f"{'stage':16}{'wall s':>10}{'CPU s':>10}{'peak GiB':>10}")
    for name, wall, cpu, peak in STAGES:
        print(f"{name:16}{wall:10.2f}{cpu:10.2f}{peak:10.2f}")
    slower = {"leidenalg": "igraph leiden", "igraph": "leidenalg"}[best]
    counted = [(wall, cpu) for name, wall, cpu, _ in STAGES if name not in (slower, "read", "filter", "normalise")]
    total = sum(wall for name, wall, _, _ in STAGES if name not in (slower, "read"))
    print(f"counts to rank sums {total:.2f} s (with {best})")
    print(f"NMF objective {objective(x, w, model.components_):.6f} after {model.n_iter_} iterations")
    for name, membership in found.items():
        print(f"{name}: Q {quality(graph, membership):.6f}, {max(membership) + 1} clusters")
    try:
        with open(choice.folder + "/truth.csv") as file:
            file.readline()
            niche = [line.rstrip("\n").rsplit(",", 1)[1] for line in file]
        truth = np.array(niche)[cells]
        print(f"ARI to the planted niches {adjusted_rand_score(truth, found[best]):.4f}")
    except FileNotFoundError:
        pass
    compare(choice.folder, sum(wall for wall, _ in counted), sum(cpu for _, cpu in counted))


if __name__ == "__main__":
    main()
