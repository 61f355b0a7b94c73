#!/bin/sh
# Fetches the official reference files into a folder: sh reference-data/download.sh FOLDER
# Then start the service with nanocell.reference.path=FOLDER; each file that is there replaces its shipped table.
#
# The first run records the SHA-256 of every file in FOLDER/SHA256SUMS; later runs keep what is there and verify it.
# To move to a newer release, change its date below, delete its file and its line in SHA256SUMS, and run again.
set -eu

folder=${1:?usage: download.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
cell_ontology=${CELL_ONTOLOGY_RELEASE:-2026-06-08}
gene_ontology=${GENE_ONTOLOGY_RELEASE:-2024-04-24}
hgnc=${HGNC_RELEASE:-2026-06-05}

mkdir -p "$folder"
cd "$folder"
touch SHA256SUMS

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

fetch() { # name, address
  if [ ! -f "$1" ]; then
    echo "fetching $1"
    curl --fail --location --silent --show-error --retry 3 --output "$1.part" "$2"
    mv "$1.part" "$1"
  fi
  check "$1"
}

check() { # name
  sum=$(digest "$1")
  recorded=$(awk -v name="$1" '$2 == name { print $1 }' SHA256SUMS)
  if [ -z "$recorded" ]; then
    echo "$sum  $1" >>SHA256SUMS
    echo "recorded $1 $sum"
  elif [ "$recorded" != "$sum" ]; then
    echo "$1 has changed: SHA256SUMS says $recorded, the file has $sum" >&2
    exit 1
  fi
}

fetch PanglaoDB_markers_27_Mar_2020.tsv.gz https://panglaodb.se/markers/PanglaoDB_markers_27_Mar_2020.tsv.gz
fetch panglao-cell-type-ontologies.tsv \
  https://raw.githubusercontent.com/AlexsLemonade/OpenScPCA-analysis/60eb1b983b0f944e037754965bca0a40e9799439/analyses/cell-type-consensus/references/panglao-cell-type-ontologies.tsv
fetch Cell_marker_Human.xlsx http://bio-bigdata.hrbmu.edu.cn/CellMarker/CellMarker_download_files/file/Cell_marker_Human.xlsx
fetch cl-basic.obo "https://github.com/obophenotype/cell-ontology/releases/download/v$cell_ontology/cl-basic.obo"
fetch hgnc_complete_set.txt \
  "https://storage.googleapis.com/public-download-files/hgnc/archive/archive/monthly/tsv/hgnc_complete_set_$hgnc.txt"
fetch human_mouse_hcop_fifteen_column.txt.gz \
  https://ftp.ebi.ac.uk/pub/databases/genenames/hcop/human_mouse_hcop_fifteen_column.txt.gz
fetch go-basic.obo "https://release.geneontology.org/$gene_ontology/ontology/go-basic.obo"
fetch goslim_generic.obo "https://release.geneontology.org/$gene_ontology/ontology/subsets/goslim_generic.obo"
fetch goa_human.gaf.gz "https://release.geneontology.org/$gene_ontology/annotations/goa_human.gaf.gz"

# made for this project, not fetched
for name in atlas-markers.tsv.gz curated-names-to-cl.tsv; do
  [ -f "$name" ] || cp "$here/$name" "$name"
  check "$name"
done
echo "all files are there and unchanged"
