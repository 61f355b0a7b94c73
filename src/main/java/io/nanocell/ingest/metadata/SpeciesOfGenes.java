package io.nanocell.ingest.metadata;

import io.nanocell.reference.Species;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which species genes are of by their Ensembl ids: ENSG00000121270 is human, ENSMUSG00000052595 mouse.
///
/// @param humans number of ids with the human prefix
/// @param mice number of ids with the mouse prefix
/// @param others number of Ensembl ids with another prefix
record SpeciesOfGenes(int humans, int mice, int others) {

    /// Custom genes of another species (a reporter, a virus) do not change what the section is of.
    private static final double CLEAR_SHARE = 0.8;

    private static final Pattern ENSEMBL_GENE = Pattern.compile("ENS([A-Z]{0,6})G\\d{6,}.*");

    static SpeciesOfGenes of(List<String> geneIds) {
        int humans = 0;
        int mice = 0;
        int others = 0;
        for (String id : geneIds) {
            Matcher matcher = ENSEMBL_GENE.matcher(id);
            if (matcher.matches()) {
                switch (matcher.group(1)) {
                    case "" -> humans++;
                    case "MUS" -> mice++;
                    default -> others++;
                }
            }
        }
        return new SpeciesOfGenes(humans, mice, others);
    }

    /// @return the species of at least 80 % of the Ensembl ids
    Optional<Species> species() {
        int all = humans + mice + others;
        if (all > 0 && humans >= CLEAR_SHARE * all) {
            return Optional.of(Species.HUMAN);
        }
        return all > 0 && mice >= CLEAR_SHARE * all ? Optional.of(Species.MOUSE) : Optional.empty();
    }

    boolean isMixed() {
        return species().isEmpty() && humans + mice > 0;
    }

    boolean isUnsupported() {
        return species().isEmpty() && humans + mice == 0 && others > 0;
    }

    /// @return the species that a file names
    static Optional<Species> named(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "human", "homo sapiens" -> Optional.of(Species.HUMAN);
            case "mouse", "mus musculus" -> Optional.of(Species.MOUSE);
            default -> Optional.empty();
        };
    }
}
