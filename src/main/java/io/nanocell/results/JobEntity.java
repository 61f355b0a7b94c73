package io.nanocell.results;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SourceType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `annotation_job`, to be inserted and read. Every later change is an `UPDATE … WHERE state = …`, see
/// [JobTransitions].
@Entity
@Table(name = "annotation_job")
class JobEntity {

    @Id
    UUID id;

    @CreationTimestamp(source = SourceType.DB)
    Instant createdAt;

    UUID datasetId;

    @Enumerated(EnumType.STRING)
    JobState state;

    @Enumerated(EnumType.STRING)
    @Nullable
    JobStage stage;

    double progress;
    int attempt;

    @JdbcTypeCode(SqlTypes.JSON)
    JobParameters parameters;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Provenance provenance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    JobMetrics metrics;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    JobQuality quality;

    @JdbcTypeCode(SqlTypes.JSON)
    List<StageTiming> timings;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Notice> warnings;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Problem failure;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @Nullable
    String idempotencyKey;

    @Nullable
    String resultSha256;

    long version; // no @Version: the statements of JobTransitions count it up

    @Formula("(SELECT count(*) FROM cluster c WHERE c.job_id = id)")
    int clusters;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected JobEntity() {}

    @SuppressWarnings("NullAway.Init") // the database sets createdAt
    JobEntity(UUID id, UUID datasetId, JobParameters parameters, @Nullable String idempotencyKey) {
        this.id = id;
        this.datasetId = datasetId;
        this.state = JobState.QUEUED;
        this.parameters = parameters;
        this.timings = List.of();
        this.warnings = List.of();
        this.idempotencyKey = idempotencyKey;
    }

    JobView view() {
        return new JobView(
                id,
                datasetId,
                state,
                stage,
                progress,
                createdAt,
                startedAt,
                finishedAt,
                state == JobState.SUCCEEDED ? clusters : null,
                warnings,
                failure,
                resultSha256,
                quality,
                timings,
                parameters,
                provenance,
                metrics);
    }
}
