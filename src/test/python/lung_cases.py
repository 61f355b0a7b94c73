"""Makes cases for `evaluate --cases` of the differential genes of a mouse lung's clusters that the package sc-toolbox
ships (MIT, `lung_particle_markers.txt`): the ten strongest of each cluster, in mouse symbols. The terms of the Cell
Ontology were given here to the clusters that have one; cycling, mixed and in-between ones have none. Nothing of it is
part of this project.

    pip download --no-deps sc-toolbox==0.12.3 && unzip sc_toolbox-0.12.3-py3-none-any.whl
    python src/test/python/lung_cases.py sc_toolbox/tools/markers/lung_particle_markers.txt > cases.tsv
"""

import csv
import sys
from collections import defaultdict

TERMS = {
    "AM": "CL:0000583",
    "AT1": "CL:0002062",
    "AT2": "CL:0002063",
    "AT2 activated": "CL:0002063",
    "B cells": "CL:0000236",
    "Basophils": "CL:0000767",
    "CD103+/Clec9a+ cDC": "CL:0000990|CL:0002394",
    "CD209+/CD11b+ DC": "CL:0000990|CL:0002399",
    "Ciliated": "CL:0000064",
    "Club": "CL:0000158",
    "Eosinophils": "CL:0000771",
    "Fscn1+ DC": "CL:0000451",
    "LEC": "CL:0002138",
    "Lipofibroblast": "CL:0000057",
    "Ly6c2- nc Monocytes": "CL:0000875",
    "Lyve1+/Cd163+ IM": "CL:0000235",
    "Lyve1-/Cd163- IM": "CL:0000235",
    "Matrixfibroblasts": "CL:0000057",
    "Mesothelium": "CL:0000077",
    "NK cells": "CL:0000623",
    "Neutrophils": "CL:0000775",
    "Pericytes": "CL:0000669",
    "Plasma cells": "CL:0000786",
    "Prg4+ IM": "CL:0000235",
    "SMC": "CL:0000192",
    "T cells": "CL:0000084",
    "VEC": "CL:0000115",
    "aCap": "CL:0002144",
    "classical Monocytes": "CL:0000860",
    "gCap": "CL:0002144",
}
GENES = 10

genes = defaultdict(list)
with open(sys.argv[1], encoding="utf-8") as table:
    for row in csv.DictReader(table, delimiter="\t"):
        genes[row["cell_type"]].append(row["gene"])
print("case_id", "tissue", "markers", "expert_cl_ids", "name", "species", sep="\t")
for cluster, terms in TERMS.items():
    print(cluster, "lung", ",".join(genes[cluster][:GENES]), terms, cluster, "mouse", sep="\t")
