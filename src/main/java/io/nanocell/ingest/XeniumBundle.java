package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The files of a section by role. Which format a file has is decided later, by its content.
///
/// @param files the matrix, the cells unless it may hold them itself, and what else is there
public record XeniumBundle(Map<BundleRole, BundleFile> files) {

    /// @throws MalformedBundleException with one violation for each needed file that is missing
    public XeniumBundle {
        Violations violations = new Violations();
        BundleFile matrix = files.get(BundleRole.MATRIX);
        for (BundleRole role : BundleRole.values()) {
            if (role.isNeeded(matrix == null ? null : matrix.name()) && !files.containsKey(role)) {
                violations.add(
                        String.join(" or ", role.officialNames()),
                        role.part(),
                        "missing",
                        "send the matrix and the cell table of the section");
            }
        }
        violations.throwIfAny();
        files = Collections.unmodifiableMap(new EnumMap<>(files));
    }

    /// @param folder searched by official names, also up to two levels below
    /// @throws MalformedBundleException if needed files are missing or a link leads out of the folder
    public static XeniumBundle inFolder(Path folder) {
        return inFolder(folder, folder);
    }

    /// @param folder searched by official names, also up to two levels below
    /// @param root real paths of the folder and the files must lie below it
    /// @throws MalformedBundleException if needed files are missing or a link leads out of the root
    public static XeniumBundle inFolder(Path folder, Path root) {
        return BundleFolder.find(folder, root);
    }

    /// Unpacks the needed files of a zip, tar or tar.gz archive. Nothing is written before its table of
    /// contents is checked; what was written is removed again if unpacking fails.
    ///
    /// @param archive the upload, and what the caller calls it
    /// @param target an empty folder, on a file system with room for `limits.maxBytes`
    /// @param limits what the archive may ask for
    /// @throws MalformedBundleException "malformed-bundle" for names that lead out, links, duplicates, missing
    /// or damaged files; "too-large" for one that swells beyond the limits; "unsupported-file" for anything
    /// else
    public static XeniumBundle unpacked(BundleFile archive, Path target, ArchiveLimits limits) {
        return BundleArchive.unpack(archive, target, limits);
    }

    /// @return the file of this role, if there is one
    public Optional<BundleFile> file(BundleRole role) {
        return Optional.ofNullable(files.get(role));
    }

    BundleFile needed(BundleRole role) {
        return file(role).orElseThrow(); // the constructor has seen to it
    }
}
