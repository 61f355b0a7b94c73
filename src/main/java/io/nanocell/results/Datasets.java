package io.nanocell.results;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/// The stored datasets.
@Service
public class Datasets {

    /// Stores dataset, files and cell ids in the caller's transaction or one of its own.
    public DatasetView create(UUID id, NewDataset dataset) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws NotFoundException if there is none
    public DatasetView get(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public Page<DatasetView> list(Pageable page) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @return symbols of the panel
    public List<String> genes(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<FileRecord> files(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @return original ids of all cells, in section order
    public List<String> cellIds(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Deletes the dataset with its jobs and all their results.
    ///
    /// @throws ConflictException if a job of it is running
    public void delete(UUID id) {
        throw new UnsupportedOperationException("skeleton");
    }
}
