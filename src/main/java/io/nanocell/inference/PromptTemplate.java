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
/// The fixed text stands first and the tissue right after it, so that the server's prefix cache serves every
/// cluster of a job.
///
/// @param shown kinds of evidence to show
record PromptTemplate(Set<EvidenceKind> shown) {

    private static final int MARKERS = 12;
    private static final int GENES = 5; // per candidate
    private static final int PROGRAMS = 5;
    private static final int LONGEST_NAME = 80; // characters

    private static final String INSTRUCTIONS = """
            You name the cell type of one cluster of cells from a tissue section.
            Rules:
            1. Answer with one label of the list, copied letter by letter, as JSON: {"label": "..."}.
            2. Judge by the marker genes. "93% vs 5%" is the share of cells with the gene inside and outside the cluster, \
            "fold" its log2 fold change.
            3. "support" says how strongly databases tie the markers to a label; "missing" genes are known for the label \
            but absent from the cluster.
            4. Prefer the most specific label that the markers support. Where they cannot tell subtypes apart, take the \
            general type.
            5. Answer "Unresolved" where the markers fit no label or contradict each other.""";

    PromptTemplate {
        shown = Set.copyOf(shown);
    }

    /// @param tissue null where not given
    Prompt write(ClusterEvidence cluster, @Nullable String tissue, LabelSchema schema) {
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
        if (shown.contains(EvidenceKind.CANDIDATES)) {
            cluster.candidates().stream().map(PromptTemplate::candidate).forEach(lines::add);
        } else {
            cluster.candidates().stream()
                    .map(Candidate::label)
                    .sorted()
                    .map(label -> "- " + plain(label))
                    .forEach(lines::add);
        }
        if (schema.labels().size() > cluster.candidates().size() + 1) {
            lines.add("- any other cell type of the databases");
        }
        lines.add("- " + LabelSchema.UNRESOLVED);
        return new Prompt(INSTRUCTIONS, String.join("\n", lines));
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
