package io.nanocell.evidence.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LabelWeightsTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final List<String> GENES = List.of("ALB", "CD3E", "CD8A", "MS4A1", "PECAM1", "VWF", "KRT8", "LYZ");

    /// Random lists over a T cell, its descendants and ancestors, and strangers.
    static MarkerDatabase randomLists(long seed) {
        List<String> types = List.of(
                "CL:0000084", "CL:0000624", "CL:0000625", "CL:0000815", "CL:0000542", "CL:0000182", "CL:0000115");
        var random = new SplittableRandom(seed);
        List<MarkerList> lists = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Map<String, Double> weights = new TreeMap<>();
            for (String gene : GENES) {
                if (random.nextInt(3) == 0) {
                    weights.put(gene, 0.1 + random.nextDouble());
                }
            }
            MarkerSource source = i % 4 == 0 ? MarkerSource.ATLAS : MarkerSource.CELL_MARKER;
            lists.add(new MarkerList(source, "p" + i, types.get(random.nextInt(types.size())), "n", 1, weights));
        }
        return new MarkerDatabase(lists, List.of());
    }

    @Test
    void agreesWithTheFormulaTermByTerm() {
        for (long seed = 0; seed < 5; seed++) {
            MarkerDatabase lists = randomLists(seed);
            ReferenceKnowledge knowledge = CORE.with(lists);
            LabelSpace space = LabelSpace.of(knowledge, LabelSpace.Request.ALL);
            Set<String> panel = new TreeSet<>(GENES.subList(0, 5));
            var weights = new LabelWeights(new MarkerModel(knowledge), space, panel);
            var slow = new SlowReference(lists, CORE.ontology());

            for (Label label : space.labels()) {
                for (String gene : lists.genes()) {
                    double fast = weights.weight(weights.indexOf(label.cellOntologyId()), weights.gene(gene));
                    assertThat(fast).isCloseTo(slow.weight(label.cellOntologyId(), gene, panel), within(1e-12));
                }
            }
        }
    }

    @Test
    void supportIsTheWeightedSumAndUnknownGenesKeepTheirPlaces() {
        ReferenceKnowledge knowledge = CORE.with(randomLists(1));
        LabelSpace space = LabelSpace.of(knowledge, LabelSpace.Request.ALL);
        var weights = new LabelWeights(new MarkerModel(knowledge), space, null);
        int[] genes = {weights.gene("CD3E"), weights.gene("NO-SUCH-GENE"), weights.gene("CD8A"), weights.gene("ALB")};
        double[] support = weights.support(genes);

        for (int l = 0; l < support.length; l++) {
            double expected =
                    weights.weight(l, genes[0]) + 0.8 * weights.weight(l, genes[2]) + 0.7 * weights.weight(l, genes[3]);
            assertThat(support[l]).isCloseTo(expected, within(1e-12));
        }
        assertThat(weights.gene("NO-SUCH-GENE")).isEqualTo(-1);
    }
}
