package io.nanocell.results;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Which releases of the reference data were in use, and since when: `reference_release`.
@Service
public class ReferenceReleases {

    private final JdbcTemplate jdbc;

    ReferenceReleases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Records what is in use now; a release that was recorded before keeps its first time.
    public void recordReleases(List<SourceVersion> sources) {
        jdbc.batchUpdate("""
                INSERT INTO reference_release (source, release, sha256, used_since) VALUES (?, ?, ?, now())
                ON CONFLICT DO NOTHING""", new Rows(sources.size(), (statement, place) -> {
            var source = sources.get(place);
            statement.setString(1, source.name());
            statement.setString(2, source.release());
            statement.setString(3, source.sha256());
        }));
    }
}
