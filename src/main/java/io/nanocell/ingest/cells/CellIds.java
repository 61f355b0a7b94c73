package io.nanocell.ingest.cells;

import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import java.util.HashMap;
import java.util.Map;

/// The cells of the matrix by id. Ids of XOA 1 are numbers, which some writers store as 12 and others as 12.0.
public final class CellIds {

    private final String[] ids;
    private final Map<String, Integer> index;

    /// @param ids barcodes of the matrix, shared
    /// @param file of the matrix, shown in messages
    /// @param field where the ids stand in it
    /// @throws io.nanocell.ingest.MalformedBundleException if an id is there twice
    public CellIds(String[] ids, String file, String field) {
        this.ids = ids;
        this.index = HashMap.newHashMap(ids.length);
        Offenders twice = new Offenders();
        for (int cell = 0; cell < ids.length; cell++) {
            String id = ids[cell];
            if (index.putIfAbsent(plain(id), cell) != null) {
                twice.add(() -> id);
            }
        }
        Violations violations = new Violations();
        violations.add(file, field, twice, "every cell needs an id of its own");
        violations.throwIfAny();
    }

    public int size() {
        return ids.length;
    }

    public String id(int cell) {
        return ids[cell];
    }

    /// @return index of the cell, −1 for an id that the matrix does not have
    public int indexOf(String id) {
        return index.getOrDefault(plain(id), -1);
    }

    /// @return "12" for "12.0", any other id as it is
    private static String plain(String id) {
        if (!id.endsWith(".0")) {
            return id;
        }
        String whole = id.substring(0, id.length() - 2);
        return !whole.isEmpty() && whole.chars().allMatch(c -> c >= '0' && c <= '9') ? whole : id;
    }
}
