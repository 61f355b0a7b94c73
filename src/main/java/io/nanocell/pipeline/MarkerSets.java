package io.nanocell.pipeline;

import io.nanocell.pipeline.sets.SetReader;
import io.nanocell.results.JobParameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads marker sets that users bring as files.
@Service
public class MarkerSets {

    /// How a file is written.
    public enum Format {
        CSV,
        GMT
    }

    private final Knowledge knowledge;

    MarkerSets(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// @param file name as the caller gave it; null for a body
    /// @param species whose symbols its genes are; null: human
    /// @throws io.nanocell.results.RequestRejected naming every line that does not hold
    public MarkerSetsAnswer read(byte[] content, Format format, @Nullable String file, @Nullable String species) {
        Knowledge of = knowledge.of(SpeciesName.supported(species));
        SetReader read = SetReader.read(content, format == Format.CSV, file, of.types());
        return new MarkerSetsAnswer(read.sets(), read.warnings());
    }

    /// @return the parameters with these sets after those that they have
    public static JobParameters add(JobParameters parameters, List<JobParameters.MarkerSet> sets) {
        JobParameters.LabelSpace space = parameters.labelSpace() == null
                ? new JobParameters.LabelSpace(null, null, null, null)
                : parameters.labelSpace();
        List<JobParameters.MarkerSet> all =
                new ArrayList<>(space.markerSets() == null ? List.of() : space.markerSets());
        all.addAll(sets);
        return new JobParameters(
                parameters.tissue(),
                parameters.disease(),
                parameters.qualityControl(),
                parameters.hsnmf(),
                parameters.markers(),
                parameters.enrichment(),
                new JobParameters.LabelSpace(space.mode(), space.include(), space.exclude(), all),
                parameters.candidates(),
                parameters.inference(),
                parameters.confidence());
    }
}
