package io.nanocell.pipeline;

import io.nanocell.pipeline.queue.JobQueue;
import io.nanocell.pipeline.storage.BundleStore;
import io.nanocell.pipeline.storage.ImportRoot;
import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.DatasetView;
import io.nanocell.results.Datasets;
import io.nanocell.results.FileRecord;
import io.nanocell.results.JobParameters;
import io.nanocell.results.NewDataset;
import io.nanocell.results.Notice;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.StorableText;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Takes datasets in: parameters first, then the files, then one transaction for dataset, job and schedule. A
/// refusal at
/// any point leaves neither rows nor files.
@Component
class DatasetIntake {

    private static final int MAX_TEXT = 500;

    private final ParameterCheck check;
    private final SectionInspector inspector;
    private final BundleStore store;
    private final ImportRoot importRoot;
    private final Datasets datasets;
    private final AnnotationJobs jobs;
    private final JobQueue queue;
    private final MemoryGuard memory;
    private final TransactionOperations transaction;

    DatasetIntake(
            ParameterCheck check,
            SectionInspector inspector,
            BundleStore store,
            ImportRoot importRoot,
            Datasets datasets,
            AnnotationJobs jobs,
            JobQueue queue,
            MemoryGuard memory,
            TransactionOperations transaction) {
        this.check = check;
        this.inspector = inspector;
        this.store = store;
        this.importRoot = importRoot;
        this.datasets = datasets;
        this.jobs = jobs;
        this.queue = queue;
        this.memory = memory;
        this.transaction = transaction;
    }

    /// A request that holds as far as it goes: names are storable, species is normalised, parameters are complete.
    private record Checked(
            String name,
            @Nullable String tissue,
            @Nullable String species,
            @Nullable String disease,
            boolean annotate,
            JobParameters parameters,
            List<Notice> warnings) {}

    DatasetView upload(List<UploadedFile> files, DatasetRequest request) {
        if (files.isEmpty()) {
            throw rejected("malformed-bundle", "bundle", null, "Nothing was uploaded", "send a bundle or loose files");
        }
        Path spool = store.spoolFolderOf(files.getFirst().file());
        try {
            requireOneFolder(files, spool);
            var checked = check(request, files.getFirst().clientName());
            store.requireSpace(0);
            var section = inspector.inspect(spool, files, checked.species(), checked.parameters());
            requireMemory(checked, section);
            String species = species(checked.species(), section.species());
            UUID id = UUID.randomUUID();
            store.keep(id, section.files(), kept -> store(id, checked, species, section, kept));
            return datasets.get(id);
        } finally {
            store.discard(spool);
        }
    }

    DatasetView importFolder(String path, DatasetRequest request) {
        Path folder = importRoot.folder(path);
        var checked = check(request, folder.getFileName().toString());
        var section = inspector.inspect(folder, checked.species(), checked.parameters());
        requireMemory(checked, section);
        for (SectionFile file : section.files()) {
            if (!file.file().startsWith(folder)) {
                throw new IllegalStateException(file.file() + " was found outside of " + folder);
            }
        }
        String species = species(checked.species(), section.species());
        UUID id = UUID.randomUUID();
        store(id, checked, species, section, store.reference(section.files()));
        return datasets.get(id);
    }

    /// A section that cannot be annotated on this machine can still be kept, without a job.
    private void requireMemory(Checked checked, InspectedSection section) {
        if (checked.annotate() && section.obstacle() == null) {
            memory.require(section.memory());
        }
    }

    private static void requireOneFolder(List<UploadedFile> files, Path spool) {
        for (UploadedFile file : files) {
            if (!file.file().toAbsolutePath().normalize().startsWith(spool)) {
                throw new IllegalArgumentException(file.file() + " lies outside of its upload's folder " + spool);
            }
        }
    }

    private Checked check(DatasetRequest request, String nameOfFiles) {
        StorableText.require("name", request.name(), MAX_TEXT);
        StorableText.require("tissue", request.tissue(), MAX_TEXT);
        StorableText.require("species", request.species(), MAX_TEXT);
        StorableText.require("disease", request.disease(), MAX_TEXT);
        StorableText.require(request.parameters());
        String name = given(request.name());
        String tissue = given(request.tissue());
        String disease = given(request.disease());
        return new Checked(
                name == null ? shownName(nameOfFiles) : name,
                tissue,
                SpeciesName.of(given(request.species())),
                disease,
                request.annotate(),
                check.complete(request.parameters().orElse(tissue, disease)),
                request.warnings());
    }

    private UUID store(UUID id, Checked checked, String species, InspectedSection section, List<FileRecord> files) {
        transaction.executeWithoutResult(_ -> {
            datasets.create(
                    id,
                    new NewDataset(
                            checked.name(),
                            checked.tissue(),
                            species,
                            checked.disease(),
                            section.cells().ids().size(),
                            section.controlFeatures(),
                            section.otherFeatures(),
                            BundleStore.sha256(files),
                            section.quality(),
                            files,
                            Stream.concat(section.notices().stream(), checked.warnings().stream())
                                    .toList(),
                            section.cells(),
                            section.genes(),
                            section.obstacle()));
            if (checked.annotate() && section.obstacle() == null) {
                UUID job = UUID.randomUUID();
                jobs.create(job, id, checked.parameters(), null);
                queue.enqueue(job);
            }
        });
        return id;
    }

    /// What the genes say stands; the caller's word counts only where they say nothing.
    private static String species(@Nullable String given, @Nullable String found) {
        if (given == null && found == null) {
            throw rejected(
                    "invalid-parameters", "species", null, "The files do not tell the species", "give the species");
        }
        if (given != null && found != null && !given.equals(found)) {
            throw rejected(
                    "species-mismatch",
                    "species",
                    given,
                    "The genes are those of %s, not of %s".formatted(found, given),
                    "leave the species out or upload the files of the other section");
        }
        return given == null ? Objects.requireNonNull(found) : given;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String shownName(String fileName) {
        String name = fileName.replace('\0', '\uFFFD').replaceFirst("(\\.tar)?\\.(zip|tar|gz|tgz|h5|h5ad)$", "");
        return name.isBlank() ? "section" : name.substring(0, Math.min(MAX_TEXT, name.length()));
    }

    private static RequestRejected rejected(
            String slug, String field, @Nullable String value, String message, String remedy) {
        return new RequestRejected(slug, 422, message, List.of(new ProblemViolation(null, field, value, remedy)));
    }
}
