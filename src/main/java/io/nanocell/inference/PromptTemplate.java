package io.nanocell.inference;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.MarkerGene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the structured summary of a cluster that the model is shown: never raw expression, and never the
/// cluster's name, which in a brought-in clustering may be an expert's answer. About 700 tokens with everything
/// shown.
///
/// Markers (EV0), candidates with their support (EV1) and programs (EV2) are shown in any combination; the rules
/// speak of what is shown alone. Without candidates' evidence their names are listed all the same: they are the
/// question.
///
/// The fixed text stands first and the tissue right after it, so that the server's prefix cache serves every
/// cluster of a job.
///
/// @param shown kinds of evidence to show
record PromptTemplate(Set<EvidenceKind> shown) {

    private static final int MARKERS = 12;
    private static final int GENES = 5; // per candidate
    private static final int PROGRAMS = 5;
    private static final int LONGEST_NAME = 80; // characters

    private static final String TASK = "You name the cell type of one cluster of cells from a tissue section.\nRules:";
    private static final String ANSWER =
            "Answer with one label of the list, copied letter by letter, as JSON: {\"label\": \"...\"}.";
    private static final String BY_MARKERS =
            "Judge by the marker genes. \"93% vs 5%\" is the share of cells with the gene inside and outside the "
                    + "cluster, \"fold\" its log2 fold change.";
    private static final String BY_PROGRAMS = "\"Functions\" are what the cluster's genes are known to do together.";
    private static final String BY_CANDIDATES =
            "\"support\" says how strongly databases tie the markers to a label; \"missing\" genes are known for the "
                    + "label but absent from the cluster.";
    private static final String SPECIFIC = "Prefer the most specific label that the evidence supports. Where it cannot "
            + "tell subtypes apart, take the general type.";
    private static final String ABSTAIN =
            "Answer \"Unresolved\" where the evidence fits no label or contradicts itself.";

    PromptTemplate {
        shown = Set.copyOf(shown);
    }

    /// The fixed text: rules for what is shown, and for nothing else.
    private String instructions() {
        List<String> rules = new ArrayList<>(List.of(ANSWER));
        if (shown.contains(EvidenceKind.MARKERS)) {
            rules.add(BY_MARKERS);
        }
        if (shown.contains(EvidenceKind.PROGRAMS)) {
            rules.add(BY_PROGRAMS);
        }
        if (shown.contains(EvidenceKind.CANDIDATES)) {
            rules.add(BY_CANDIDATES);
        }
        rules.add(SPECIFIC);
        rules.add(ABSTAIN);
        var text = new StringBuilder(TASK);
        for (int i = 0; i < rules.size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(rules.get(i));
        }
        return text.toString();
    }

    /// @param listed the cluster's candidates in the order in which they are to be shown
    /// @param tissue null where not given
    Prompt write(ClusterEvidence cluster, List<Candidate> listed, @Nullable String tissue, LabelSchema schema) {
        List<String> lines = new ArrayList<>();
        lines.add("Tissue: " + (tissue == null ? "not given" : plain(tissue)));
        if (shown.contains(EvidenceKind.MARKERS)) {
            lines.add("Marker genes, strongest first:");
            cluster.markers().top().stream()
                    .limit(MARKERS)
                    .map(PromptTemplate::marker)
                    .forEach(lines::add);
        }
        if (shown.contains(EvidenceKind.PROGRAMS)) {
            lines.add("Functions: " + functions(cluster.programs()));
        }
        lines.add("Labels:");
        boolean supports = shown.contains(EvidenceKind.CANDIDATES);
        listed.forEach(c -> lines.add(supports ? candidate(c) : "- " + plain(c.label())));
        if (schema.labels().size() > listed.size() + 1) {
            lines.add("- any other cell type of the databases");
        }
        lines.add("- " + LabelSchema.UNRESOLVED);
        return new Prompt(instructions(), String.join("\n", lines));
    }

    private static String marker(MarkerGene marker) {
        StringBuilder line = new StringBuilder("- ").append(plain(marker.gene()));
        if (marker.pctIn() != null && marker.pctOut() != null) {
            line.append(String.format(Locale.ROOT, " %.0f%% vs %.0f%%", 100 * marker.pctIn(), 100 * marker.pctOut()));
        }
        if (marker.log2FoldChange() != null) {
            line.append(String.format(Locale.ROOT, " fold %.1f", marker.log2FoldChange()));
        }
        return line.toString();
    }

    private static String candidate(Candidate candidate) {
        return String.format(Locale.ROOT, "- %s: support %.1f", plain(candidate.label()), candidate.support())
                + genes("by", candidate.supporting(), GENES)
                + genes("missing", candidate.absentOnPanel(), GENES - 2);
    }

    private static String genes(String word, List<String> genes, int most) {
        List<String> first =
                genes.stream().limit(most).map(PromptTemplate::plain).toList();
        return first.isEmpty() ? "" : "; " + word + " " + String.join(" ", first);
    }

    private static String functions(List<FunctionalProgram> programs) {
        return programs.isEmpty()
                ? "none supported"
                : String.join(
                        "; ",
                        programs.stream()
                                .limit(PROGRAMS)
                                .map(program -> plain(program.name()))
                                .toList());
    }

    /// Names come from users' files: none may bring lines or a text of its own into the prompt.
    private static String plain(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}
