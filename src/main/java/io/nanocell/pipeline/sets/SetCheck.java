package io.nanocell.pipeline.sets;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes marker sets of drafts: approved gene symbols, live Cell Ontology ids, sizes that can be worked with.
final class SetCheck {

    private static final int MOST_SETS = 5_000;
    private static final int MOST_GENES = 5_000;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_GENE = 100;
    private static final int SHOWN = 10;

    private final GeneSymbols symbols;
    private final CellOntology ontology;
    private final Faults faults;
    private final SequencedSet<String> unknown = new LinkedHashSet<>();
    private final List<String> hopeless = new ArrayList<>();
    private final Map<String, String> labelOf = new TreeMap<>();
    private final List<String> sharing = new ArrayList<>();
    private int repeated;

    SetCheck(ReferenceKnowledge knowledge, Faults faults) {
        this.symbols = knowledge.symbols();
        this.ontology = knowledge.ontology();
        this.faults = faults;
    }

    List<JobParameters.MarkerSet> check(List<DraftSet> drafts) {
        if (drafts.isEmpty()) {
            faults.throwIfAny();
            throw faults.refuse(0, null, "there is no set in it; send at least one label with a gene");
        }
        if (drafts.size() > MOST_SETS) {
            throw faults.refuse(0, drafts.size() + " sets", "send at most %d sets".formatted(MOST_SETS));
        }
        return drafts.stream().map(this::set).toList();
    }

    private JobParameters.MarkerSet set(DraftSet draft) {
        if (draft.label.length() > LONGEST_LABEL) {
            faults.add(draft.line, draft.label, "a label has at most %d characters".formatted(LONGEST_LABEL));
        }
        if (draft.genes.isEmpty() || draft.genes.size() > MOST_GENES) {
            faults.add(
                    draft.line,
                    "%s: %d genes".formatted(draft.label, draft.genes.size()),
                    "a set has 1 to %d genes".formatted(MOST_GENES));
        }
        repeated += draft.repeated;
        SequencedSet<String> genes = new LinkedHashSet<>();
        int known = 0;
        for (Map.Entry<String, Integer> gene : draft.genes.entrySet()) {
            String written = gene.getKey();
            if (written.length() > LONGEST_GENE) {
                faults.add(gene.getValue(), written, "a gene symbol has at most %d characters".formatted(LONGEST_GENE));
            }
            String approved = symbols.find(written).orElse(null);
            if (approved == null) {
                unknown.add(written);
            } else {
                known++;
            }
            if (!genes.add(approved == null ? written : approved)) {
                repeated++;
            }
        }
        if (known == 0 && !genes.isEmpty()) {
            hopeless.add(draft.label);
        }
        return new JobParameters.MarkerSet(draft.label, term(draft), List.copyOf(genes));
    }

    private @Nullable String term(DraftSet draft) {
        if (draft.cellOntologyId == null) {
            return null;
        }
        String live = ontology.canonical(draft.cellOntologyId).orElse(null);
        if (live == null) {
            faults.add(
                    draft.line,
                    draft.cellOntologyId,
                    "the Cell Ontology in use has no live term of this id; send one such as CL:0000182, or leave it out");
            return null;
        }
        String other = labelOf.putIfAbsent(live, draft.label);
        if (other != null) {
            sharing.add("%s and %s (%s)".formatted(other, draft.label, live));
        }
        return live;
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        add(
                notices,
                "UNKNOWN_GENES",
                "%d genes are no approved symbol and no alias of one; they are kept as written and match only genes written"
                        + " so: %s",
                List.copyOf(unknown));
        add(notices, "NO_KNOWN_GENE", "%d sets have no gene that is known: %s", hopeless);
        add(
                notices,
                "SAME_TERM",
                "%d pairs of sets name the same Cell Ontology term and become one label: %s",
                sharing);
        if (repeated > 0) {
            notices.add(new Notice(
                    "DUPLICATE_GENES", "%d genes stood twice in their set and count once".formatted(repeated)));
        }
        return notices;
    }

    private static void add(List<Notice> notices, String code, String text, List<String> names) {
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
            notices.add(new Notice(code, text.formatted(names.size(), names.size() > SHOWN ? shown + ", …" : shown)));
        }
    }
}
