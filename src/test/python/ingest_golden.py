"""Golden values of io.nanocell.ingest. Writes src/test/resources/golden/ingest/.

python 3.11, h5py 3.16.0, numpy 2.4.6, pyarrow 26.0.1; run from the project's root:
    python src/test/python/ingest_golden.py

normalised.csv follows scanpy 1.11 `pp.normalize_total(adata)` (target = median of the totals above 0) and `pp.log1p`,
written out in numpy double precision.
"""

import io
import tarfile
from pathlib import Path

import h5py
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

OUT = Path("src/test/resources/golden/ingest")
CELLS = ["aaaaaaaa-1", "aaaaaaab-1", "aaaaaaac-1"]
FEATURES = [
    ("ENSG00000000001", "GA", "Gene Expression"),
    ("ENSG00000000002", "GB", "Gene Expression"),
    ("NegControlProbe_00001", "NegControlProbe_00001", "Negative Control Probe"),
    ("BLANK_0001", "BLANK_0001", "Blank Codeword"),
    ("PROT1", "PROT1", "Protein Expression"),
    ("ENSG00000000003", "GC", "Gene Expression"),
]
# cells x features; the rows are written unsorted, with a stored zero
ROWS = [[(5, 7), (0, 1), (2, 2)], [], [(4, 9), (1, 3), (0, 0), (3, 1), (5, 300)]]


def matrix(name, number, texts, compression):
    with h5py.File(OUT / name, "w") as f:
        m = f.create_group("matrix")
        data = np.array([v for row in ROWS for _, v in row]).astype(number)
        indices = np.array([i for row in ROWS for i, _ in row]).astype(number)
        indptr = np.cumsum([0] + [len(row) for row in ROWS]).astype(number)
        m.create_dataset("data", data=data, **compression)
        m.create_dataset("indices", data=indices, **compression)
        m.create_dataset("indptr", data=indptr, **compression)
        m.create_dataset("shape", data=np.array([len(FEATURES), len(ROWS)]).astype(number))
        m.create_dataset("barcodes", data=texts(CELLS))
        g = m.create_group("features")
        for key, column in zip(("id", "name", "feature_type"), zip(*FEATURES)):
            g.create_dataset(key, data=texts(list(column)))


def fixed(values):
    return np.array(values, dtype="S")


def variable(values):
    return np.array(values, dtype=h5py.string_dtype())


def normalisation():
    rng = np.random.default_rng(11)
    counts = rng.negative_binomial(1, 0.4, size=(40, 12))
    counts[7] = 0  # an empty cell stays empty
    totals = counts.sum(1)
    target = np.median(totals[totals > 0])
    scaled = counts / np.where(totals == 0, 1, totals)[:, None] * target
    np.savetxt(OUT / "counts.csv", counts, fmt="%d", delimiter=",")
    np.savetxt(OUT / "normalised.csv", np.log1p(scaled), fmt="%.17g", delimiter=",")


def parquet(name, ids):
    table = pa.table({"cell_id": ids, "x_centroid": [1.5, 2.5, 3.5], "y_centroid": [4.0, 5.0, 6.0]})
    pq.write_table(table, OUT / name)


def tar(name, mode, form):
    folder = "run-" + "x" * 120 + "/outs"
    with tarfile.open(OUT / name, mode, format=form) as archive:
        for file in ("cell_feature_matrix.h5", "cells.parquet", "morphology.ome.tif"):
            source = {"cell_feature_matrix.h5": "int32.h5", "cells.parquet": "cells-text.parquet"}.get(file)
            content = (OUT / source).read_bytes() if source else b"not needed"
            info = tarfile.TarInfo(f"{folder}/{file}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


matrix("int32.h5", "<i4", fixed, {"chunks": (3,), "compression": "gzip", "shuffle": True})
matrix("float64.h5", "<f8", fixed, {"chunks": (2,), "compression": "gzip", "fletcher32": True})
matrix("uint16-big-endian.h5", ">u2", variable, {})
matrix("int64-lzf.h5", "<i8", fixed, {"chunks": (4,), "compression": "lzf"})
normalisation()
parquet("cells-text.parquet", pa.array(CELLS))
parquet("cells-bytes.parquet", pa.array([c.encode() for c in CELLS], type=pa.binary()))
tar("pax.tar", "w", tarfile.PAX_FORMAT)
tar("gnu.tar.gz", "w:gz", tarfile.GNU_FORMAT)
