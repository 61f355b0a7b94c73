package io.nanocell.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The stored datasets.
@Service
public class Datasets {

    private static final Set<String> SORTABLE =
            Set.of("id", "name", "tissue", "species", "disease", "createdAt", "cells", "genes");

    private final DatasetRepository repository;
    private final EntityWriter entities;
    private final PanelTable panels;
    private final CellIdBlocks cellIds;
    private final LatestJobs latestJobs;
    private final JdbcClient jdbc;

    Datasets(
            DatasetRepository repository,
            EntityWriter entities,
            PanelTable panels,
            CellIdBlocks cellIds,
            LatestJobs latestJobs,
            JdbcClient jdbc) {
        this.repository = repository;
        this.entities = entities;
        this.panels = panels;
        this.cellIds = cellIds;
        this.latestJobs = latestJobs;
        this.jdbc = jdbc;
    }

    /// Stores dataset, files and cell ids in the caller's transaction or one of its own.
    ///
    /// @throws RequestRejected `malformed-bundle` if a cell id or gene symbol holds what cannot be stored
    @Transactional
    public DatasetView create(UUID id, NewDataset dataset) {
        requireStorable("cells", "cell_id", dataset.located().ids());
        requireStorable("panel", "gene symbol", dataset.genes());
        var entity = new DatasetEntity(id, dataset);
        entities.insert(entity);
        panels.insert(id, dataset.genes());
        cellIds.insert(id, dataset.located());
        return entity.view(null);
    }

    /// @throws NotFoundException if there is none
    @Transactional(readOnly = true)
    public DatasetView get(UUID id) {
        return find(id).view(latestJobs.of(List.of(id)).get(id));
    }

    /// @throws RequestRejected if the sort names an unknown property
    @Transactional(readOnly = true)
    public Page<DatasetView> list(Pageable page) {
        var found = repository.findAll(Sorting.total(page, SORTABLE));
        var jobs = latestJobs.of(found.map(dataset -> dataset.id).getContent());
        return found.map(dataset -> dataset.view(jobs.get(dataset.id)));
    }

    /// @return what changes whenever [#get] would answer differently; for an ETag
    /// @throws NotFoundException if there is none
    @Transactional(readOnly = true)
    public String version(UUID id) {
        return jdbc.sql("""
                        SELECT concat_ws('-', d.id, (SELECT j.id || '-' || j.version FROM annotation_job j
                            WHERE j.dataset_id = d.id ORDER BY j.created_at DESC, j.id LIMIT 1))
                        FROM dataset d WHERE d.id = ?""").param(id).query(String.class).optional().orElseThrow(() -> missing(id));
    }

    /// @return the warning that says why this dataset cannot be annotated; empty if it can
    /// @throws NotFoundException if there is none
    @Transactional(readOnly = true)
    public Optional<Notice> obstacle(UUID id) {
        var dataset = find(id);
        return dataset.warnings.stream()
                .filter(warning -> warning.code().equals(dataset.obstacle))
                .findFirst();
    }

    /// @return symbols of the panel
    public List<String> genes(UUID id) {
        return panels.read(id);
    }

    @Transactional(readOnly = true)
    public List<FileRecord> files(UUID id) {
        return find(id).files.stream().map(StoredFile::record).toList();
    }

    /// @return original ids of all cells, in section order
    /// @throws NotFoundException if there is none
    @Transactional(readOnly = true)
    public List<String> cellIds(UUID id) {
        find(id);
        return cellIds.read(id);
    }

    public boolean exists(UUID id) {
        return repository.existsById(id);
    }

    /// Deletes the dataset with its jobs and all their results. A job that waits in the queue finds nothing to do.
    ///
    /// @throws NotFoundException if there is none
    /// @throws ConflictException if a job of it is running, or a cluster of one is being annotated again
    @Transactional
    public void delete(UUID id) {
        List<String> states = jdbc.sql("SELECT state FROM annotation_job WHERE dataset_id = ? FOR UPDATE")
                .param(id)
                .query((row, _) -> row.getString(1))
                .list(); // locked: none of them can start now
        if (states.contains(JobState.RUNNING.name())) {
            throw new ConflictException("Dataset " + id + " has a running job; cancel it first");
        }
        refuseReannotated(id);
        int deleted = jdbc.sql("DELETE FROM dataset WHERE id = ?").param(id).update();
        if (deleted == 0) {
            throw missing(id);
        }
    }

    private void refuseReannotated(UUID id) {
        List<String> states =
                jdbc.sql("""
                        SELECT r.state FROM reannotation r JOIN annotation_job j ON j.id = r.job_id
                        WHERE j.dataset_id = ? FOR UPDATE OF r""").param(id).query((row, _) -> row.getString(1)).list(); // locked: as the jobs
        if (states.contains(JobState.RUNNING.name())) {
            throw new ConflictException(
                    "A cluster of dataset " + id + " is being annotated again; wait for the end of the reannotation");
        }
    }

    private DatasetEntity find(UUID id) {
        return repository.findById(id).orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(UUID id) {
        return new NotFoundException("There is no dataset " + id);
    }

    private static void requireStorable(String file, String field, List<String> texts) {
        for (String text : texts) {
            if (text.indexOf('\0') >= 0) {
                String shown = StorableText.replacingNul(text);
                throw new RequestRejected(
                        "malformed-bundle",
                        422,
                        "The %s \"%s\" holds a NUL character".formatted(field, shown),
                        List.of(new ProblemViolation(file, field, shown, "remove the NUL character")));
            }
        }
    }
}
