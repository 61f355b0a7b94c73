package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoreTest
class DatasetsIT {

    @Autowired
    Datasets datasets;

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void servesWhatWasStored() {
        var id = UUID.randomUUID();
        var given = Samples.dataset("liver section", 5);
        datasets.create(id, given);

        var view = datasets.get(id);
        assertThat(view.name()).isEqualTo("liver section");
        assertThat(view.tissue()).isEqualTo("liver");
        assertThat(view.disease()).isNull();
        assertThat(view.genes()).isEqualTo(3);
        assertThat(view.quality()).isEqualTo(given.quality());
        assertThat(view.warnings()).isEqualTo(given.warnings());
        assertThat(view.files()).extracting(FileView::name).containsExactly("cell_feature_matrix.h5", "cells.csv.gz");
        assertThat(view.annotationJob()).isNull();
        assertThat(datasets.files(id)).isEqualTo(given.files());
        assertThat(datasets.genes(id)).isEqualTo(given.genes());
        assertThat(datasets.cellIds(id)).isEqualTo(given.located().ids());
        assertThat(datasets.obstacle(id)).isEmpty();
    }

    @Test
    void linksTheLatestJob() {
        var id = Samples.newDataset(datasets, 3);
        Samples.newJob(jobs, id);
        var latest = Samples.newJob(jobs, id);

        assertThat(datasets.get(id).annotationJob()).isEqualTo(new JobLink(latest, JobState.QUEUED));
        assertThat(datasets.list(PageRequest.of(0, 1)).getContent().getFirst().annotationJob())
                .isEqualTo(new JobLink(latest, JobState.QUEUED));
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        List<UUID> made = List.of(
                Samples.newDataset(datasets, 1), Samples.newDataset(datasets, 1), Samples.newDataset(datasets, 1));
        List<UUID> seen = new ArrayList<>();
        int pages = datasets.list(PageRequest.of(0, 2)).getTotalPages();
        for (int page = 0; page < pages; page++) {
            datasets.list(PageRequest.of(page, 2, Sort.by("tissue"))).forEach(dataset -> seen.add(dataset.id()));
        }

        assertThat(seen).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void keepsWhyADatasetCannotBeAnnotated() {
        var id = UUID.randomUUID();
        var base = Samples.dataset("tiny", 1);
        var obstacle = new Notice("TOO_FEW_CELLS", "1 cell, 200 are needed");
        datasets.create(
                id,
                new NewDataset(
                        base.name(),
                        null,
                        "human",
                        null,
                        1,
                        0,
                        0,
                        Samples.SHA,
                        base.quality(),
                        base.files(),
                        base.warnings(),
                        base.located(),
                        base.genes(),
                        obstacle));

        assertThat(datasets.obstacle(id)).contains(obstacle);
        assertThat(datasets.get(id).warnings()).contains(obstacle);
    }

    @Test
    void refusesNulInACellIdAndStoresNothing() {
        var base = Samples.dataset("hostile", 1);
        var hostile = new NewDataset(
                base.name(),
                null,
                "human",
                null,
                1,
                0,
                0,
                Samples.SHA,
                base.quality(),
                base.files(),
                List.of(),
                new LocatedCells(List.of("cell\0"), new float[1], new float[1]),
                base.genes());
        var id = UUID.randomUUID();

        assertThatThrownBy(() -> datasets.create(id, hostile))
                .isInstanceOf(RequestRejected.class)
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> datasets.get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deletesEverythingOfADataset() {
        var id = Samples.newDataset(datasets, 6);
        var job = Samples.newJob(jobs, id);
        jobs.start(job);
        jobs.succeed(job, Samples.result(6));
        jobs.curate(job, 2, "T cell", null, null, "someone");
        int before = rows();

        datasets.delete(id);

        assertThatThrownBy(() -> datasets.get(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jobs.get(job)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> datasets.delete(id)).isInstanceOf(NotFoundException.class);
        assertThat(before - rows()).isEqualTo(2 + 3 + 1 + 2); // clusters, markers, curation, candidates
    }

    @Test
    void keepsADatasetWithARunningJob() {
        var id = Samples.newDataset(datasets, 6);
        var job = Samples.newJob(jobs, id);
        jobs.start(job);

        assertThatThrownBy(() -> datasets.delete(id)).isInstanceOf(ConflictException.class);
        jobs.cancel(job);
        datasets.delete(id);
        assertThat(datasets.exists(id)).isFalse();
    }

    private int rows() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM cluster) + (SELECT count(*) FROM cluster_marker)
                            + (SELECT count(*) FROM curation) + (SELECT count(*) FROM candidate)""").query(Integer.class).single();
    }
}
