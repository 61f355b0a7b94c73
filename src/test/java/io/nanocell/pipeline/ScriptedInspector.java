package io.nanocell.pipeline;

import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.results.DatasetQuality;
import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stands where the reader of bundles stands. The text of the first file says what it holds: "cells 7", "mouse 7",
/// "few 7" or "huge 7"; anything else is refused. Leaves a file of its own in the work folder, as unpacking does.
class ScriptedInspector implements SectionInspector {

    @Override
    public InspectedSection inspect(
            Path workFolder, List<UploadedFile> files, @Nullable String species, JobParameters parameters) {
        List<SectionFile> parts = new ArrayList<>();
        try {
            for (UploadedFile file : files) {
                Path unpacked = workFolder.resolve("unpacked-" + parts.size());
                Files.copy(file.file(), unpacked);
                parts.add(new SectionFile(
                        file.role().equals("bundle") ? "matrix" : file.role(), file.clientName(), unpacked));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(parts);
    }

    @Override
    public InspectedSection inspect(Path folder, @Nullable String species, JobParameters parameters) {
        return read(List.of(new SectionFile("matrix", "matrix.txt", folder.resolve("matrix.txt"))));
    }

    @Override
    public long memory(List<SectionFile> files, JobParameters parameters) {
        return memory(text(files.getFirst().file()).split(" ", 2));
    }

    private static long memory(String[] words) {
        return words[0].equals("huge") ? 1L << 50 : 0;
    }

    private static InspectedSection read(List<SectionFile> parts) {
        String[] words = text(parts.getFirst().file()).split(" ", 2);
        if (words.length < 2) {
            throw new RequestRejected(
                    "malformed-bundle", 422, "no section", List.of(new ProblemViolation(null, null, null, "mend it")));
        }
        int cells = Integer.parseInt(words[1]);
        return new InspectedSection(
                parts,
                words[0].equals("mouse") ? "mouse" : "human",
                40,
                0,
                new DatasetQuality(100, 50, 0.001, 0),
                List.of(),
                Samples.cells(cells),
                List.of("ALB", "CD3E", "KRT19"),
                words[0].equals("few") ? new Notice("TOO_FEW_CELLS", cells + " cells, 200 are needed") : null,
                memory(words));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
