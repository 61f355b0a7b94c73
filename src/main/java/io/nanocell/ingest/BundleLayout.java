package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Finds the files of a section among many by their official names: all in one folder, at the top or up to two
/// levels below it (`outs/`). Clusters are taken only if someone put a `clusters.csv` beside the matrix: those
/// that every bundle has in `analysis/` are not brought in by the caller.
final class BundleLayout {

    private static final int MAX_DEPTH = 2;

    /// A file that tells which folder the section is in.
    private record Anchor(BundleRole role, Predicate<String> isNamed) {}

    private static final List<Anchor> ANCHORS = List.of(
            new Anchor(BundleRole.MATRIX, BundleRole.MATRIX.officialNames()::contains),
            new Anchor(BundleRole.MATRIX, BundleRole::isAnnData),
            new Anchor(BundleRole.CELLS, BundleRole.CELLS.officialNames()::contains));

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
            all.stream()
                    .filter(name -> BundleRole.isAnnData(name) && folder.equals(folderOf(name)))
                    .findFirst()
                    .ifPresentOrElse(
                            name -> chosen.put(BundleRole.MATRIX, name), () -> refuseOtherFormats(bundle, all));
        }
        Violations violations = new Violations();
        for (BundleRole role : BundleRole.values()) {
            if (role.isNeeded(chosen.get(BundleRole.MATRIX)) && !chosen.containsKey(role)) {
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

    /// @return the folder of the matrix, of the AnnData file where there is none, else of the cells: "" or "outs/"
    private static String folder(String bundle, Set<String> names) {
        for (Anchor anchor : ANCHORS) {
            for (int depth = 0; depth <= MAX_DEPTH; depth++) {
                List<String> found = new ArrayList<>();
                for (String name : names) {
                    String folder = folderOf(name);
                    if (anchor.isNamed().test(name.substring(folder.length())) && depth(name) == depth) {
                        found.add(name);
                    }
                }
                List<String> folders =
                        found.stream().map(BundleLayout::folderOf).distinct().toList();
                boolean annData = found.stream().anyMatch(BundleRole::isAnnData);
                if (folders.size() > 1 || (annData && found.size() > 1)) {
                    throw Violations.malformed(
                            bundle,
                            anchor.role().part(),
                            "holds several sections: " + String.join(", ", annData ? found : folders),
                            "send one section at a time");
                }
                if (!found.isEmpty()) {
                    return folders.getFirst();
                }
            }
        }
        return "";
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static long depth(String name) {
        return name.chars().filter(c -> c == '/').count();
    }

    private static void refuseOtherFormats(String bundle, Set<String> names) {
        for (String name : names) {
            if (name.endsWith("cell_feature_matrix.zarr.zip")
                    || name.endsWith("cell_feature_matrix.tar.gz")
                    || name.endsWith("matrix.mtx.gz")
                    || name.endsWith("matrix.mtx")) {
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        bundle,
                        BundleRole.MATRIX.part(),
                        "has its counts only in " + name,
                        "send cell_feature_matrix.h5 of the same bundle or AnnData; MEX and Zarr are not read");
            }
        }
    }
}
