package io.nanocell.results;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SourceType;
import org.jspecify.annotations.Nullable;

/// A row of `curation`, append only.
@Entity
@Immutable
@Table(name = "curation")
class CurationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long clusterId;

    String label;

    @Column(name = "cl_id")
    @Nullable
    String cellOntologyId;

    @Nullable
    String comment;

    String by;

    @CreationTimestamp(source = SourceType.DB)
    Instant at;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CurationEntity() {}

    /// @throws RequestRejected if a text cannot be stored
    @SuppressWarnings("NullAway.Init") // the database sets the time
    CurationEntity(String label, @Nullable String cellOntologyId, @Nullable String comment, String by) {
        StorableText.require("label", label, 500);
        StorableText.require("cellOntologyId", cellOntologyId, 100);
        StorableText.require("comment", comment, 10_000);
        StorableText.require("by", by, 500);
        this.label = label;
        this.cellOntologyId = cellOntologyId;
        this.comment = comment;
        this.by = by;
    }

    CurationView view() {
        return new CurationView(label, cellOntologyId, comment, by, at);
    }
}
