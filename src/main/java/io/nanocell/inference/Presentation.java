package io.nanocell.inference;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// In which order a cluster's candidates are shown and enumerated.
final class Presentation {

    private static final long SEED = 0x6e616e6f63656c6cL;

    private Presentation() {}

    /// By rank where the candidates' evidence is shown, else by name, so that the ranking does not show.
    static List<Candidate> plain(ClusterEvidence cluster, Set<EvidenceKind> shown) {
        return shown.contains(EvidenceKind.CANDIDATES)
                ? cluster.candidates()
                : cluster.candidates().stream()
                        .sorted(Comparator.comparing(Candidate::label))
                        .toList();
    }

    /// The same candidates in a random order that depends on nothing but the run and the plain order. With two
    /// candidates or more it never is the plain order itself: that would prove nothing.
    ///
    /// @param run from 0
    static List<Candidate> permuted(ClusterEvidence cluster, Set<EvidenceKind> shown, int run) {
        List<Candidate> plain = plain(cluster, shown);
        List<Candidate> order = new ArrayList<>(plain);
        var random = new Random(SEED + run);
        do {
            Collections.shuffle(order, random);
        } while (plain.size() > 1 && order.equals(plain));
        return order;
    }
}
