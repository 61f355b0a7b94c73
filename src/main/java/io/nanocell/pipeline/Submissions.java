package io.nanocell.pipeline;

import io.nanocell.results.DatasetView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobView;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes datasets and jobs in: checked first, then dataset row, job row and schedule in one transaction.
@Service
public class Submissions {

    /// @return a fresh empty folder below `data/incoming` for the parts of one upload
    public Path spoolFolder() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws io.nanocell.results.RequestRejected if files or parameters do not hold; nothing is left then
    public DatasetView upload(List<UploadedFile> files, DatasetRequest request) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Registers a folder below the import root; nothing is copied.
    public DatasetView importFolder(String path, DatasetRequest request) {
        throw new UnsupportedOperationException("skeleton");
    }

    public JobView annotate(UUID datasetId, JobParameters parameters, @Nullable String idempotencyKey) {
        throw new UnsupportedOperationException("skeleton");
    }

    public JobView cancel(UUID jobId) {
        throw new UnsupportedOperationException("skeleton");
    }

    public JobView retry(UUID jobId) {
        throw new UnsupportedOperationException("skeleton");
    }

    public void delete(UUID datasetId) {
        throw new UnsupportedOperationException("skeleton");
    }
}
