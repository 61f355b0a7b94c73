"""Makes cases for `evaluate --cases` of the signature lists that besca ships (GPL-3; Maedler et al., NAR Genomics and
Bioinformatics 2021), named by the Cell Ontology ids of its own nomenclature. Nothing of it is part of this project.

    pip download --no-deps besca==2.5.5 && unzip besca-2.5.5-py3-none-any.whl
    python src/test/python/besca_cases.py besca/datasets > cases.tsv

Left out: lists that besca took from PanglaoDB, lists of fewer than three genes, and names without an id.
"""

import csv
import sys
from pathlib import Path

OF_BLOOD = ("T cell", "B cell", "killer", "plasma", "dendritic", "monocyte", "neutro", "baso", "leuko", "lympho")
LAST_WORDS = ("cell", "monocyte", "macrophage", "basophil", "leukocyte")

folder = Path(sys.argv[1])
with open(folder / "nomenclature" / "CellTypes_v1.tsv", encoding="utf-8") as table:
    names = {row[3]: (row[2], row[0]) for row in csv.reader(table, delimiter="\t") if row[2].startswith("CL:")}


def tissue(name, about):
    """The intestine where besca says so, blood for cells of the immune system, else not given."""
    if "Intestine" in about:
        return "intestine"
    return "blood" if name.split()[-1] in LAST_WORDS and any(word in name for word in OF_BLOOD) else ""


print("case_id", "tissue", "markers", "expert_cl_ids", "name", sep="\t")
with open(folder / "genesets" / "CellNames_scseqCMs6_sigs.gmt", encoding="utf-8") as lists:
    for line in lists:
        key, about, *genes = line.rstrip("\n").split("\t")
        genes = [gene for gene in genes if gene]
        if key in names and len(genes) >= 3 and "Pang" not in about:
            term, name = names[key]
            print(key, tissue(name, about), ",".join(genes), term, name, sep="\t")
