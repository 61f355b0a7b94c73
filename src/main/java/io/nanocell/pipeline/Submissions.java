package io.nanocell.pipeline;

import io.nanocell.pipeline.storage.BundleStore;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
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

    private final DatasetIntake datasetIntake;
    private final JobIntake jobIntake;
    private final BundleStore store;
    private final Datasets datasets;

    Submissions(DatasetIntake datasetIntake, JobIntake jobIntake, BundleStore store, Datasets datasets) {
        this.datasetIntake = datasetIntake;
        this.jobIntake = jobIntake;
        this.store = store;
        this.datasets = datasets;
    }

    /// @return a fresh empty folder below `data/incoming` for the parts of one upload
    /// @throws io.nanocell.results.RequestRejected `insufficient-storage` (507) if the disk is nearly full
    public Path spoolFolder() {
        return store.spoolFolder(0);
    }

    /// @param expectedBytes the request's length, so that an upload that cannot fit is refused before it is
    /// received
    /// @throws io.nanocell.results.RequestRejected `insufficient-storage` (507)
    public Path spoolFolder(long expectedBytes) {
        return store.spoolFolder(expectedBytes);
    }

    /// Removes the spool folder of an upload that broke off before [#upload]; fine if it is gone.
    public void discard(Path spoolFolder) {
        store.discard(spoolFolder);
    }

    /// @param files all in one spool folder, which is gone when this returns or throws
    /// @throws io.nanocell.results.RequestRejected if files or parameters do not hold; nothing is left then
    public DatasetView upload(List<UploadedFile> files, DatasetRequest request) {
        return datasetIntake.upload(files, request);
    }

    /// Registers a folder below the import root; nothing is copied.
    ///
    /// @throws io.nanocell.results.RequestRejected if there is no such folder, or files or parameters do not hold
    public DatasetView importFolder(String path, DatasetRequest request) {
        return datasetIntake.importFolder(path, request);
    }

    /// @return a new job, or the one that was made with this key
    /// @throws io.nanocell.results.NotFoundException if there is no such dataset
    /// @throws io.nanocell.results.ConflictException if the key was used for another request
    /// @throws io.nanocell.results.RequestRejected if the parameters do not hold or the dataset cannot be annotated
    public JobView annotate(UUID datasetId, JobParameters parameters, @Nullable String idempotencyKey) {
        return jobIntake.annotate(datasetId, parameters, idempotencyKey);
    }

    /// @throws io.nanocell.results.ConflictException if the job has ended
    public JobView cancel(UUID jobId) {
        return jobIntake.cancel(jobId);
    }

    /// @throws io.nanocell.results.ConflictException unless the job is FAILED or CANCELLED
    public JobView retry(UUID jobId) {
        return jobIntake.retry(jobId);
    }

    /// @throws io.nanocell.results.ConflictException if a job of the dataset is running
    public void delete(UUID datasetId) {
        store.remove(datasetId, () -> datasets.delete(datasetId));
    }
}
