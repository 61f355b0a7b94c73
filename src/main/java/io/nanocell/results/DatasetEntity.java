package io.nanocell.results;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SourceType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `dataset` with its files. Panel and cell ids are too long for lists of datasets, see [PanelTable] and
/// [CellIdBlocks].
@Entity
@Table(name = "dataset")
class DatasetEntity {

    @Id
    UUID id;

    @CreationTimestamp(source = SourceType.DB)
    Instant createdAt;

    String name;

    @Nullable
    String tissue;

    String species;

    @Nullable
    String disease;

    int cells;
    int genes;
    int controlFeatures;
    int otherFeatures;
    String sha256;

    @JdbcTypeCode(SqlTypes.JSON)
    DatasetQuality quality;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Notice> warnings;

    @Enumerated(EnumType.STRING)
    DatasetState state;

    @Nullable
    String obstacle;

    @ElementCollection
    @CollectionTable(name = "dataset_file", joinColumns = @JoinColumn(name = "dataset_id"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    List<StoredFile> files;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DatasetEntity() {}

    @SuppressWarnings("NullAway.Init") // the database sets createdAt
    DatasetEntity(UUID id, NewDataset dataset) {
        this.id = id;
        this.name = dataset.name();
        this.tissue = dataset.tissue();
        this.species = dataset.species();
        this.disease = dataset.disease();
        this.cells = dataset.cells();
        this.genes = dataset.genes().size();
        this.controlFeatures = dataset.controlFeatures();
        this.otherFeatures = dataset.otherFeatures();
        this.sha256 = dataset.sha256();
        this.quality = dataset.quality();
        this.warnings = new ArrayList<>(dataset.warnings());
        this.state = DatasetState.READY;
        if (dataset.obstacle() != null) {
            this.warnings.add(dataset.obstacle());
            this.state = DatasetState.NOT_ANNOTATABLE;
            this.obstacle = dataset.obstacle().code();
        }
        this.files = dataset.files().stream().map(StoredFile::of).toList();
    }

    DatasetView view(@Nullable JobLink job) {
        return new DatasetView(
                id,
                name,
                tissue,
                species,
                disease,
                createdAt,
                cells,
                genes,
                controlFeatures,
                otherFeatures,
                sha256,
                files.stream().map(StoredFile::view).toList(),
                warnings,
                quality,
                job);
    }
}
