"""Makes src/test/resources/anndata/*.h5ad (anndata 0.12): the same 40 cells and 14 features in the layouts that labs
write. AnnDataTest knows the counts by the formula below.

    python src/test/python/make_anndata.py src/test/resources/anndata
"""

import sys
from pathlib import Path

import anndata
import h5py
import numpy as np
import pandas as pd
import scipy.sparse as sp

CELLS, GENES = 40, 12
FOLDER = Path(sys.argv[1])

count = np.array([[(7 * c + 13 * g) % 11 if (c + g) % 3 == 0 else 0 for g in range(GENES + 2)] for c in range(CELLS)])
cells = [f"cell-{c}" for c in range(CELLS)]
symbols = [f"GENE{g}" for g in range(GENES)] + ["NegControlProbe_00001", "BLANK_0002"]
ensembl = [f"ENSG{g:011d}" for g in range(GENES)] + symbols[GENES:]
types = pd.Categorical(["Gene Expression"] * GENES + ["Negative Control Probe", "Unassigned Codeword"])
xy = np.array([[10.5 * c, 1000 - 2.25 * c] for c in range(CELLS)])
normalised = np.log1p(count / np.maximum(1, count.sum(1, keepdims=True)) * 50)


def frame(index, **columns):
    return pd.DataFrame(columns, index=pd.Index(index, dtype=object))


def write(name, data, **options):
    data.write_h5ad(FOLDER / name, **options)


# scanpy: normalised X, counts in a layer, ids and types as columns
data = anndata.AnnData(sp.csr_matrix(normalised), frame(cells), frame(symbols, gene_ids=ensembl, feature_types=types))
data.layers["counts"] = sp.csr_matrix(count)
data.obsm["spatial"] = xy
write("layer.h5ad", data)

# compressed by column and with gzip, centroids as columns, nothing but symbols
data = anndata.AnnData(
    sp.csc_matrix(count.astype(np.float32)),
    frame(cells, x_centroid=xy[:, 0], y_centroid=xy[:, 1]),
    frame(symbols),
)
write("column.h5ad", data, compression="gzip")

# CELLxGENE: dense, Ensembl ids as index, symbols as categories, a third coordinate
data = anndata.AnnData(
    count.astype(np.float32), frame(cells), frame(ensembl, feature_name=pd.Categorical(symbols), feature_types=types)
)
data.obsm["spatial"] = np.column_stack([xy, np.zeros(CELLS)]).astype(np.float32)
write("dense.h5ad", data, compression="gzip")

# scaled X of some genes, counts of all in raw
raw = anndata.AnnData(sp.csr_matrix(count.astype(np.float64)), frame(cells), frame(symbols, gene_ids=ensembl))
data = raw[:, :5].copy()
data.raw = raw
data.X = (normalised - normalised.mean(0))[:, :5]
data.obsm["spatial"] = xy
write("raw.h5ad", data)

# what cannot be used
data = anndata.AnnData(sp.csr_matrix(normalised), frame(cells), frame(symbols))
data.obsm["spatial"] = xy
write("normalised.h5ad", data)
write("nowhere.h5ad", anndata.AnnData(sp.csr_matrix(count), frame(cells), frame(symbols)))

# unsigned 64-bit numbers, dense
with h5py.File(FOLDER / "unsigned.h5ad", "w") as h5, h5py.File(FOLDER / "dense.h5ad") as dense:
    for part in ("obs", "var", "obsm"):
        dense.copy(part, h5)
    h5["X"] = count.astype(np.uint64)

# damaged: one row of coordinates too few, a code beyond the categories, a shape that is none
for name, damage in {
    "short.h5ad": lambda h5: (h5.__delitem__("obsm/spatial"), h5.create_dataset("obsm/spatial", data=xy[:-1])),
    "code.h5ad": lambda h5: h5["var/feature_types/codes"].__setitem__(3, 7),
    "twice.h5ad": lambda h5: (h5.__delitem__("obs/_index"), h5.__setitem__("obs/_index", ["cell-0"] * 3 + cells[3:])),
    "ids.h5ad": lambda h5: (h5.__delitem__("var/gene_ids"), h5.__setitem__("var/gene_ids", ensembl[:-1])),
    "shape.h5ad": lambda h5: h5["layers/counts"].attrs.__setitem__("shape", np.array([CELLS, 99])),
}.items():
    (FOLDER / name).write_bytes((FOLDER / "layer.h5ad").read_bytes())
    with h5py.File(FOLDER / name, "r+") as h5:
        damage(h5)
