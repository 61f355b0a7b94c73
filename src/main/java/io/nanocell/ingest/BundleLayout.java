package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the files of a section among many by their official names: all in one folder, at the top or up to two
/// levels below it (`outs/`). Clusters are taken only if someone put a `clusters.csv` beside the matrix: those
/// that every bundle has in `analysis/` are not brought in by the caller.
final class BundleLayout {

    private static final int MAX_DEPTH = 2;

    private BundleLayout() {}

    /// @param bundle what is searched, shown in messages
    /// @param names of its files, relative, with `/`
    /// @return the name of each file that is needed or of use
    /// @throws MalformedBundleException if a needed one is missing, there are two sections, or the counts are
    /// in a format that is not read
    static Map<BundleRole, String> choose(String bundle, Collection<String> names) {
        Set<String> all = new TreeSet<>(names);
        String folder = folder(bundle, all);
        Map<BundleRole, String> chosen = new EnumMap<>(BundleRole.class);
        for (BundleRole role : BundleRole.values()) {
            role.officialNames().stream()
                    .map(official -> folder + official)
                    .filter(all::contains)
                    .findFirst()
                    .ifPresent(name -> chosen.put(role, name));
        }
        if (!chosen.containsKey(BundleRole.MATRIX)) {
            refuseOtherFormats(bundle, all);
        }
        Violations violations = new Violations();
        for (BundleRole role : BundleRole.values()) {
            if (role.isNeeded() && !chosen.containsKey(role)) {
                violations.add(
                        bundle,
                        role.part(),
                        "has no " + String.join(" or ", role.officialNames()),
                        "send the matrix and the cell table of the section, under their official names");
            }
        }
        violations.throwIfAny();
        return chosen;
    }

    /// @return the folder of the matrix, of the cells where there is no matrix: "" or "outs/"
    private static String folder(String bundle, Set<String> names) {
        for (BundleRole role : List.of(BundleRole.MATRIX, BundleRole.CELLS)) {
            for (int depth = 0; depth <= MAX_DEPTH; depth++) {
                Set<String> folders = new TreeSet<>();
                for (String name : names) {
                    String base = name.substring(name.lastIndexOf('/') + 1);
                    if (role.officialNames().contains(base) && depth(name) == depth) {
                        folders.add(name.substring(0, name.length() - base.length()));
                    }
                }
                if (folders.size() > 1) {
                    throw Violations.malformed(
                            bundle,
                            role.part(),
                            "holds several sections: " + String.join(", ", new ArrayList<>(folders)),
                            "send one section at a time");
                }
                if (!folders.isEmpty()) {
                    return folders.iterator().next();
                }
            }
        }
        return "";
    }

    private static long depth(String name) {
        return name.chars().filter(c -> c == '/').count();
    }

    private static void refuseOtherFormats(String bundle, Set<String> names) {
        for (String name : names) {
            if (name.endsWith("cell_feature_matrix.zarr.zip")
                    || name.endsWith("cell_feature_matrix.tar.gz")
                    || name.endsWith("matrix.mtx.gz")
                    || name.endsWith("matrix.mtx")
                    || name.endsWith(".h5ad")) {
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        bundle,
                        BundleRole.MATRIX.part(),
                        "has its counts only in " + name,
                        "send cell_feature_matrix.h5 of the same bundle; MEX, Zarr and AnnData are not read");
            }
        }
    }
}
