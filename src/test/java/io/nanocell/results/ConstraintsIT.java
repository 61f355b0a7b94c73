package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.ingest.FilterReason;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/// The database itself refuses what the code promises never to write.
@StoreTest
class ConstraintsIT {

    @Autowired
    AnnotationJobs jobs;

    @Autowired
    Datasets datasets;

    @Autowired
    Reannotations reannotations;

    @Autowired
    JdbcTemplate jdbc;

    UUID job;

    @BeforeEach
    void succeedOnce() {
        job = Samples.newJob(jobs, Samples.newDataset(datasets, 6));
        jobs.start(job);
        jobs.succeed(job, Samples.result(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdict = 'SURE'",
                "confidence = 1.01",
                "confidence = 'NaN'",
                "confidence = NULL",
                "label = NULL",
                "label = 'Unresolved'",
                "decided_by = 'CURATOR'",
                "verdict = 'UNRESOLVED'",
                "verdict = 'HETEROGENEOUS', label = 'Heterogeneous'",
                "verdict = 'NOT_ASSESSED', label = NULL",
                "number = 0"
            })
    void refusesAnImpossibleCluster(String change) {
        assertThatThrownBy(() -> jdbc.update("UPDATE cluster SET " + change + " WHERE job_id = ? AND number = 1", job))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'DONE'",
                "state = 'FAILED'",
                "state = 'RUNNING'",
                "stage = 'LUNCH'",
                "progress = 1.5",
                "attempt = 4",
                "result_sha256 = 'x'",
                "provenance = NULL"
            })
    void refusesAnImpossibleJob(String change) {
        assertThatThrownBy(() -> jdbc.update("UPDATE annotation_job SET " + change + " WHERE id = ?", job))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value = -0.1", "value = 1.5", "value = 'NaN'", "part = 'luck'"})
    void refusesAnImpossiblePart(String change) {
        assertThatThrownBy(() -> jdbc.update("UPDATE confidence_part SET " + change + " WHERE part = 'margin'"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'CANCELLED'",
                "state = 'FAILED', finished_at = now()",
                "state = 'SUCCEEDED', finished_at = now()",
                "state = 'SUCCEEDED', answer_after = '{}', provenance = '{}'",
                "attempt = 4",
                "cluster = 9",
                "warnings = '{}'"
            })
    void refusesAnImpossibleReannotation(String change) {
        UUID id = UUID.randomUUID();
        reannotations.create(id, job, 1, JobParameters.NONE);
        assertThatThrownBy(() -> jdbc.update("UPDATE reannotation SET " + change + " WHERE id = ?", id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesASecondOpenReannotationOfAJob() {
        reannotations.create(UUID.randomUUID(), job, 1, JobParameters.NONE);
        assertThatThrownBy(() -> jdbc.update("""
                        INSERT INTO reannotation (id, job_id, cluster, state, parameters, answer_before)
                        VALUES (?, ?, 2, 'QUEUED', '{}', '{}')""", UUID.randomUUID(), job))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void numbersReasonsAsTheFilterDoes() {
        assertThat(CellReason.values())
                .extracting(Enum::name)
                .isEqualTo(Arrays.stream(FilterReason.values()).map(Enum::name).toList());
    }
}
