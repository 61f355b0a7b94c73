package io.nanocell.pipeline;

import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.results.JobParameters;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and checks the files of a section before anything is stored.
public interface SectionInspector {

    /// @param workFolder the spool folder of this upload: archives may be unpacked into it; all of it is deleted
    /// afterwards, except the files that the answer names, which are moved
    /// @param files as uploaded, in `workFolder`
    /// @param species as the caller gave it, normalised; null where not given
    /// @param parameters of the job, complete
    /// @throws io.nanocell.results.RequestRejected `malformed-bundle`, `unsupported-file` or `too-large`
    InspectedSection inspect(
            Path workFolder, List<UploadedFile> files, @Nullable String species, JobParameters parameters);

    /// @param folder below the import root, which stays as it is; the answer names files in it
    /// @throws io.nanocell.results.RequestRejected `malformed-bundle`, `unsupported-file` or `too-large`
    InspectedSection inspect(Path folder, @Nullable String species, JobParameters parameters);

    /// @param files of a stored section
    /// @param parameters of a job on it, complete
    /// @return bytes of heap that the job needs, a [MemoryEstimate]
    /// @throws io.nanocell.results.RequestRejected if they cannot be read any more
    long memory(List<SectionFile> files, JobParameters parameters);
}
