package io.nanocell.results;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in plain words why the start failed, instead of a page of nested exceptions.
final class DataDirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DataDirectoryInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataDirectoryInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other service, or give this one a folder of its own with nanocell.data-dir"
                        + " (environment variable NANOCELL_DATA_DIR).",
                cause);
    }
}
