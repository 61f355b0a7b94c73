package io.nanocell.pipeline;

import io.nanocell.ingest.ArchiveLimits;
import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.BundleRole;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.QualityReport;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumReader;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.Species;
import io.nanocell.results.DatasetQuality;
import io.nanocell.results.JobParameters;
import io.nanocell.results.LocatedCells;
import io.nanocell.results.Notice;
import io.nanocell.results.RequestRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/// Reads the files of a section as the job will read them: what is accepted here can be run there.
@Component
class BundleInspector implements SectionInspector {

    private static final long MAX_WAIT_MINUTES = 10;

    /// Sections are read one at a time: each may take half of the memory, and a job runs beside them.
    private final Semaphore reader = new Semaphore(1, true);

    private final Knowledge knowledge;
    private final ArchiveLimits limits;

    BundleInspector(
            Knowledge knowledge,
            @Value("${nanocell.upload.max-size}") DataSize maxSize,
            @Value("${nanocell.upload.max-inflation:200}") int maxInflation,
            @Value("${nanocell.upload.reserve:1GB}") DataSize reserve) {
        this.knowledge = knowledge;
        this.limits = new ArchiveLimits(
                ArchiveLimits.defaults().maxEntries(), maxSize.toBytes(), maxInflation, reserve.toBytes());
    }

    @Override
    public InspectedSection inspect(
            Path workFolder, List<UploadedFile> files, @Nullable String species, JobParameters parameters) {
        return inspect(() -> bundle(workFolder, files), species, parameters);
    }

    @Override
    public InspectedSection inspect(Path folder, @Nullable String species, JobParameters parameters) {
        return inspect(() -> XeniumBundle.inFolder(folder), species, parameters);
    }

    @Override
    public long memory(List<SectionFile> files, JobParameters parameters) {
        try {
            XeniumBundle bundle = StoredBundles.bundle(files);
            var method = new MethodParameters(parameters, null, null);
            boolean grouped = bundle.file(BundleRole.CLUSTERS).isPresent();
            return MemoryEstimate.of(XeniumReader.size(bundle), grouped, method.hsnmf())
                    .bytes();
        } catch (MalformedBundleException refused) {
            throw Rejections.of(refused);
        }
    }

    private XeniumBundle bundle(Path workFolder, List<UploadedFile> files) {
        for (UploadedFile file : files) {
            if (file.role().equals("bundle")) {
                return XeniumBundle.unpacked(
                        new BundleFile(file.file(), file.clientName()), emptyFolder(workFolder), limits);
            }
        }
        return StoredBundles.bundle(files.stream()
                .map(f -> new SectionFile(f.role(), f.clientName(), f.file()))
                .toList());
    }

    private static Path emptyFolder(Path workFolder) {
        try {
            return Files.createDirectory(workFolder.resolve("unpacked"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack below " + workFolder, e);
        }
    }

    /// @param source may find out that the files do not hold
    private InspectedSection inspect(Supplier<XeniumBundle> source, @Nullable String given, JobParameters parameters) {
        waitForTurn();
        try {
            XeniumBundle bundle = source.get();
            XeniumSection section = XeniumReader.read(bundle);
            var method = new MethodParameters(parameters, null, null);
            String species =
                    section.species() == null ? null : section.species().name().toLowerCase(Locale.ROOT);
            GeneSymbols symbols = symbols(species == null ? given : species);
            SpatialDataset dataset = method.cellFilter().apply(section, symbols);
            List<Notice> notices = new ArrayList<>();
            dataset.notices().forEach(n -> notices.add(new Notice(n.code(), n.message())));
            List<SectionFile> files = new ArrayList<>();
            bundle.files().forEach((role, file) -> files.add(new SectionFile(role.part(), file.name(), file.path())));
            return new InspectedSection(
                    files,
                    species,
                    section.controlNames().size(),
                    section.otherFeatures(),
                    quality(dataset.quality()),
                    notices,
                    LocatedCells.of(section.cellIds(), section.x(), section.y()),
                    section.genes().stream().map(symbols::approved).distinct().toList(),
                    obstacle(dataset, species == null ? given : species, method),
                    MemoryEstimate.of(dataset, method.hsnmf()).bytes());
        } catch (MalformedBundleException refused) {
            throw Rejections.of(refused);
        } finally {
            reader.release();
        }
    }

    /// Genes of a species that nothing is known of are counted as they are written, by human or mouse names alike.
    private GeneSymbols symbols(@Nullable String species) {
        Species known =
                species == null ? Species.HUMAN : SpeciesName.find(species).orElse(Species.HUMAN);
        return knowledge.of(known).types().symbols();
    }

    private void waitForTurn() {
        try {
            if (!reader.tryAcquire(MAX_WAIT_MINUTES, TimeUnit.MINUTES)) {
                throw new RequestRejected(
                        "too-many-requests", 429, "Too many sections are waiting to be read", List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for other sections to be read", e);
        }
    }

    private static DatasetQuality quality(QualityReport report) {
        return new DatasetQuality(
                report.medianTranscripts(), report.medianGenes(), report.controlRate(), report.emptyCells());
    }

    private static @Nullable Notice obstacle(
            SpatialDataset dataset, @Nullable String species, MethodParameters method) {
        if (species != null && SpeciesName.find(species).isEmpty()) {
            return new Notice(
                    "UNSUPPORTED_SPECIES",
                    "cell types can be named in human and mouse sections only, this one is of " + species);
        }
        try {
            dataset.requireEnough(method.hsnmf().rank());
            return null;
        } catch (MalformedBundleException tooLittle) {
            return new Notice(
                    tooLittle.slug().toUpperCase(Locale.ROOT).replace('-', '_'),
                    String.valueOf(tooLittle.getMessage()));
        }
    }
}
