package io.nanocell.results;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `cluster` with its confidence parts and candidates: the machine's answer, never a curator's.
@Entity
@Table(name = "cluster")
class ClusterEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cluster_seq")
    @SequenceGenerator(name = "cluster_seq", sequenceName = "cluster_seq", allocationSize = 50)
    @Nullable
    Long id;

    @CreationTimestamp
    Instant createdAt;

    UUID jobId;
    int number;
    String name;
    int cells;

    @Nullable
    String label;

    @Column(name = "cl_id")
    @Nullable
    String cellOntologyId;

    String verdict;

    @Nullable
    Double confidence;

    String decidedBy;
    List<String> reasons;
    List<String> topMarkers;

    @JdbcTypeCode(SqlTypes.JSON)
    List<RunnerUp> runnerUps;

    @JdbcTypeCode(SqlTypes.JSON)
    List<TypeShare> composition;

    @ElementCollection
    @CollectionTable(name = "confidence_part", joinColumns = @JoinColumn(name = "cluster_id"))
    @MapKeyColumn(name = "part")
    @Column(name = "value")
    @Fetch(FetchMode.SUBSELECT)
    Map<String, Double> parts;

    @ElementCollection
    @CollectionTable(name = "candidate", joinColumns = @JoinColumn(name = "cluster_id"))
    @OrderColumn(name = "rank")
    List<StoredCandidate> candidates;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ClusterEntity() {}

    @SuppressWarnings("NullAway.Init") // Hibernate sets createdAt
    ClusterEntity(UUID jobId, ClusterRecord record) {
        this.jobId = jobId;
        this.number = record.cluster().number();
        take(record);
    }

    /// Takes over everything but the number.
    final void take(ClusterRecord record) {
        var cluster = record.cluster();
        this.name = StorableText.replacingNul(cluster.name());
        this.cells = cluster.cells();
        this.label = cluster.label();
        this.cellOntologyId = cluster.cellOntologyId();
        this.verdict = cluster.verdict();
        this.confidence = cluster.confidence();
        this.decidedBy = cluster.decidedBy();
        this.reasons = List.copyOf(cluster.reasons());
        this.topMarkers = List.copyOf(cluster.topMarkers());
        this.runnerUps = List.copyOf(cluster.runnerUps());
        this.composition = List.copyOf(cluster.composition());
        this.parts = StoredParts.rows(cluster.confidenceParts());
        this.candidates = new ArrayList<>(
                record.candidates().stream().map(StoredCandidate::of).toList());
    }

    long storedId() {
        if (id == null) {
            throw new IllegalStateException("cluster " + number + " of job " + jobId + " is not stored yet");
        }
        return id;
    }

    /// @param curation the latest one, which names the cluster; verdict and confidence stay the machine's
    ClusterView view(@Nullable CurationEntity curation) {
        return new ClusterView(
                number,
                name,
                cells,
                curation == null ? label : curation.label,
                curation == null ? cellOntologyId : curation.cellOntologyId,
                verdict,
                confidence,
                reasons,
                curation == null ? decidedBy : "CURATOR",
                topMarkers,
                runnerUps,
                StoredParts.view(parts),
                composition);
    }
}
