package io.nanocell.evidence.candidates;

/// Entries of one sparse row: `values[e]` stands at `index[e]`, indices ascending; both of one length, not copied.
record SparseRow(int[] index, double[] values) {}
