package io.nanocell.results;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/// Inserts entities at once, so that tables without entities can refer to them. What the database refuses comes
/// back as
/// a `DataAccessException`, as it does from JDBC: that is what [Repository] is for.
@Repository
class EntityWriter {

    private final EntityManager entities;

    EntityWriter(EntityManager entities) {
        this.entities = entities;
    }

    void insert(Object entity) {
        insertAll(List.of(entity));
    }

    void insertAll(Collection<?> all) {
        all.forEach(entities::persist);
        flush();
    }

    /// Writes what has changed in entities that were read.
    void flush() {
        entities.flush();
    }
}
