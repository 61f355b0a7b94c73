package io.nanocell.evidence;

import io.nanocell.reference.CellOntology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/// What each source, asked alone, says of one list of markers.
public final class SourceOpinion {

    private final List<Said> sources;
    private final Said user;
    private final int markers;
    private final CellOntology ontology;

    SourceOpinion(List<Said> sources, Said user, int markers, CellOntology ontology) {
        this.sources = sources;
        this.user = user;
        this.markers = markers;
        this.ontology = ontology;
    }

    /// One source's.
    ///
    /// @param source asked
    /// @param marked of each marker that the source knows, the types it marks, as places in the source's types
    /// @param support of every type of the source
    record Said(IndependentSource source, List<int[]> marked, double[] support) {

        static Said of(IndependentSource source, List<String> genes) {
            double[] support = new double[source.types().size()];
            List<int[]> marked = new ArrayList<>();
            for (int i = 0; i < genes.size(); i++) {
                IndependentSource.Posting posting = source.postings().get(genes.get(i));
                if (posting != null) {
                    marked.add(posting.type());
                    for (int e = 0; e < posting.type().length; e++) {
                        support[posting.type()[e]] += (1 - 0.4 * i / genes.size()) * posting.weight()[e]; // as ranked
                    }
                }
            }
            return new Said(source, marked, support);
        }

        boolean knowsAny() {
            return !marked.isEmpty();
        }

        double greatest(IntPredicate types) {
            double greatest = 0;
            for (int type = 0; type < support.length; type++) {
                if (support[type] > greatest && types.test(type)) {
                    greatest = support[type];
                }
            }
            return greatest;
        }
    }

    /// How far the sources agree on a label: the mean, over those that know any of the markers, of s⁺ / (s⁺ + s⁻),
    /// with s⁺ the source's greatest support of the label or of a type above or below it that is not too general,
    /// and s⁻ that of any type on another path. A label of the user's own is judged by the user's sets alone.
    ///
    /// @return 0..1; ½ where label and rival are level, 0 where no source knows a marker
    public double agreement(String cellOntologyId) {
        return asked(cellOntologyId).stream()
                .filter(Said::knowsAny)
                .mapToDouble(said -> {
                    List<String> types = said.source().types();
                    double own = said.greatest(type -> isMeant(cellOntologyId, types.get(type)));
                    double other = said.greatest(type -> !ontology.onOnePath(cellOntologyId, types.get(type)));
                    return own + other > 0 ? own / (own + other) : 0;
                })
                .average()
                .orElse(0);
    }

    /// @return mean, over the sources, of the share of the markers that mark the label, or a type above or below
    /// it that is not too general; 0..1
    public double share(String cellOntologyId) {
        return asked(cellOntologyId).stream()
                .mapToDouble(said -> {
                    List<String> types = said.source().types();
                    boolean[] meant = new boolean[types.size()];
                    for (int type = 0; type < meant.length; type++) {
                        meant[type] = said.support()[type] > 0 && isMeant(cellOntologyId, types.get(type));
                    }
                    long marking = said.marked().stream()
                            .filter(of -> anyOf(of, meant))
                            .count();
                    return (double) marking / Math.max(1, markers);
                })
                .average()
                .orElse(0);
    }

    private List<Said> asked(String cellOntologyId) {
        boolean ofTheUser = Collections.binarySearch(user.source().types(), cellOntologyId) >= 0;
        return ofTheUser ? List.of(user) : sources;
    }

    private boolean isMeant(String label, String type) {
        return type.equals(label) || (ontology.onOnePath(label, type) && !ontology.isGeneral(type));
    }

    private static boolean anyOf(int[] types, boolean[] meant) {
        for (int type : types) {
            if (meant[type]) {
                return true;
            }
        }
        return false;
    }
}
