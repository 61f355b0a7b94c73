package io.nanocell.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08006, DATABASE_LOST",
        "57P01, DATABASE_LOST",
        "57P03, DATABASE_LOST",
        "57014, NONE",
        "53100, OUT_OF_SPACE",
        "23505, NONE"
    })
    void readsTheDatabasesState(String state, Outage outage) {
        assertThat(Outage.of(new IllegalStateException(new SQLException("text", state))))
                .isEqualTo(outage);
    }

    @Test
    void readsTheWordsOfTheOperatingSystem() {
        assertThat(Outage.of(new UncheckedIOException(
                        "cannot move", new FileSystemException("a", "b", "No space left on device"))))
                .isEqualTo(Outage.OUT_OF_SPACE);
        assertThat(Outage.of(new IOException("Connection reset"))).isEqualTo(Outage.NONE);
        assertThat(Outage.of(new IOException())).isEqualTo(Outage.NONE);
    }
}
