"""Files that mean harm, for io.nanocell.HostileRequestsIT. Writes src/test/resources/hostile/.

python 3.11, h5py 3.16.0, numpy 2.4.6, pyarrow 26.0.1; run from the project's root:
    python src/test/python/hostile_files.py
"""

import zlib
from pathlib import Path

import h5py
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

OUT = Path("src/test/resources/hostile")
CELLS = [b"a-1", b"b-1", b"c-1"]
NAMES = [b"GA", b"GB", b"GC"]
MANY = 3_000_000  # cells of the text bomb
LARGE_CHUNK = (1 << 26) - 1  # elements of 4 bytes: 256 MiB
DEFLATE = {"compression": "gzip", "compression_opts": 9}


class Section:
    """A sound section of three cells and three genes; `own` writes one data set in another way."""

    def __init__(self, name, **own):
        self.file = h5py.File(OUT / name, "w")
        matrix = self.file.create_group("matrix")
        values = {
            "data": np.array([1, 2, 3, 4], "i4"),
            "indices": np.array([0, 1, 2, 0], "i4"),
            "indptr": np.array([0, 2, 3, 4], "i4"),
            "shape": np.array([3, 3], "i4"),
            "barcodes": np.array(CELLS, "S3"),
            "features/id": np.array([b"ENSG0000000000" + str(i).encode() for i in (1, 2, 3)], "S15"),
            "features/name": np.array(NAMES, "S2"),
            "features/feature_type": np.array([b"Gene Expression"] * 3, "S15"),
        }
        for path, value in values.items():
            key = path.replace("features/", "")
            if key in own:
                own[key](matrix, path)
            else:
                matrix.create_dataset(path, data=value)
        self.file.close()


def same_text_again_and_again(matrix, path):
    """Each reference to the one text takes 16 bytes, deflated nearly none."""
    texts = matrix.create_dataset(path, (MANY,), h5py.string_dtype(), chunks=(MANY // 10,), **DEFLATE)
    texts[0] = "x" * 1_000
    matrix.file.flush()
    _, chunk = texts.id.read_direct_chunk((0,))
    reference = zlib.decompress(chunk)[:16]
    repeated = zlib.compress(reference * (MANY // 10), 9)
    for first in range(0, MANY, MANY // 10):
        texts.id.write_direct_chunk((first,), repeated)


def external_storage(matrix, path):
    matrix.create_dataset(path, (4,), "i4", external=[("/etc/passwd", 0, 16)])


def virtual(matrix, path):
    layout = h5py.VirtualLayout((4,), "i4")
    layout[:] = h5py.VirtualSource("/etc/passwd.h5", "data", (4,))
    matrix.create_virtual_dataset(path, layout)


def external_link(matrix, path):
    matrix[path] = h5py.ExternalLink("/etc/passwd.h5", "/data")


def soft_link(matrix, path):
    matrix[path] = h5py.SoftLink("/matrix/" + path)  # to itself


def declared(count):
    def write(matrix, path):
        matrix.create_dataset(path, (count,), "i4", chunks=(1 << 20,), **DEFLATE)

    return write


def large_chunk(matrix, path):
    zeros = matrix.create_dataset(path, (4,), "i4", chunks=(LARGE_CHUNK,), maxshape=(None,), **DEFLATE)
    zeros[:] = [1, 2, 3, 4]


def all_in_the_last(cells):
    def write(matrix, path):
        offsets = np.zeros(cells + 1, "i4")
        offsets[-1] = 4
        matrix.create_dataset(path, data=offsets, chunks=(1 << 16,), **DEFLATE)

    return write


def shape(cells):
    return lambda matrix, path: matrix.create_dataset(path, data=np.array([3, cells], "i4"))


def reference_to_another_file():
    """A column chunk whose data lie in another file, as in the `_metadata` of a partitioned data set."""
    table = pa.table({"cell_id": ["a-1", "b-1", "c-1"], "x_centroid": [1.0, 3, 5], "y_centroid": [2.0, 4, 6]})
    collected = []
    pq.write_table(table, OUT / "part.parquet", metadata_collector=collected)
    collected[0].set_file_path("../../../../../../../../etc/passwd")
    collected[0].write_metadata_file(str(OUT / "reference.parquet"))
    (OUT / "part.parquet").unlink()


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    Section("external-link.h5", data=external_link)
    Section("soft-link.h5", data=soft_link)
    Section("external-storage.h5", data=external_storage)
    Section("virtual.h5", data=virtual)
    Section("declared.h5", data=declared(1 << 40), indices=declared(1 << 40))
    Section("declared-below-limit.h5", data=declared(2_000_000_000), indices=declared(2_000_000_000))
    Section("chunk.h5", data=large_chunk)
    Section("texts.h5", barcodes=same_text_again_and_again, shape=shape(MANY), indptr=all_in_the_last(MANY))
    reference_to_another_file()
    for file in sorted(OUT.iterdir()):
        print(file.stat().st_size, file)
