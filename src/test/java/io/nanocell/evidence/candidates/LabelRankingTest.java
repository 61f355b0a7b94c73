package io.nanocell.evidence.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelRankingTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final LabelSpace ALL = LabelSpace.of(CORE, LabelSpace.Request.ALL);
    static final LabelWeights WEIGHTS = new LabelWeights(new MarkerModel(CORE), ALL, null);
    static final LabelRanking RANKING = new LabelRanking(new MarkerModel(CORE), WEIGHTS, Set.of());

    private static int label(String name) {
        return WEIGHTS.indexOf(ALL.find(name).orElseThrow().cellOntologyId());
    }

    private static double[] posterior(Object... namesAndShares) {
        double[] posterior = new double[ALL.labels().size()];
        for (int i = 0; i < namesAndShares.length; i += 2) {
            posterior[label((String) namesAndShares[i])] = (double) namesAndShares[i + 1];
        }
        return posterior;
    }

    private static List<String> picked(double[] posterior, int count) {
        return RANKING.pick(posterior, posterior, count).stream()
                .map(WEIGHTS.labels()::get)
                .map(Label::name)
                .toList();
    }

    @Test
    void parentWinsWhereItsChildrenCannotBeToldApart() {
        String cd4 = "CD4-positive, alpha-beta T cell";
        String cd8 = "CD8-positive, alpha-beta T cell";

        assertThat(picked(posterior("T cell", 0.3, cd4, 0.35, cd8, 0.35), 1)).containsExactly("T cell");
        assertThat(picked(posterior("T cell", 0.1, cd4, 0.85, cd8, 0.05), 1)).containsExactly(cd4);
    }

    @Test
    void laterPicksCoverWhatEarlierOnesMiss() {
        double[] posterior = posterior("T cell", 0.5, "helper T cell", 0.2, "hepatocyte", 0.18, "B cell", 0.12);

        assertThat(picked(posterior, 2)).containsExactly("T cell", "hepatocyte");
        assertThat(picked(posterior, 10)).hasSize(4);
    }

    /// Ties of support: the general one has the most lists behind it.
    @Test
    void generalLabelGivesWayToATypeThatFitsAsWell() {
        double[] support = new double[ALL.labels().size()];
        support[label("epithelial cell")] = 1.5;
        support[label("club cell")] = 1.5;
        double[] none = new double[support.length];

        assertThat(RANKING.first(RANKING.posterior(support, none, none), support))
                .isEqualTo(label("club cell"));

        support[label("club cell")] = 0.1; // hardly anything of it is there
        assertThat(RANKING.first(RANKING.posterior(support, none, none), support))
                .isEqualTo(label("epithelial cell"));
    }

    @Test
    void stageOfNoLineageGivesWayToo() {
        double[] support = new double[ALL.labels().size()];
        support[label("progenitor cell")] = 1.5;
        support[label("pancreatic ductal cell")] = 1.5;
        double[] none = new double[support.length];

        assertThat(RANKING.first(RANKING.posterior(support, none, none), support))
                .isEqualTo(label("pancreatic ductal cell"));
    }

    @Test
    void labelWithoutSupportIsNeverPicked() {
        double[] support = new double[ALL.labels().size()];
        double[] posterior = RANKING.posterior(support, new double[support.length], new double[support.length]);

        assertThat(RANKING.pick(posterior, support, 3)).isEmpty();
        assertThat(RANKING.first(posterior, support)).isEqualTo(-1);
    }

    @Test
    void posteriorSumsToOneAndFirstPickIsTheFirst() {
        int[] genes =
                List.of("CD3E", "CD3D", "TRAC").stream().mapToInt(WEIGHTS::gene).toArray();
        double[] support = WEIGHTS.support(genes);
        double[] posterior = RANKING.posterior(support, new double[support.length], new double[support.length]);

        assertThat(Arrays.stream(posterior).sum()).isCloseTo(1, within(1e-9));
        assertThat(RANKING.pick(posterior, support, 3).getFirst()).isEqualTo(RANKING.first(posterior, support));
    }

    @Test
    void whatSpeaksAgainstALabelLowersIt() {
        int[] genes = {WEIGHTS.gene("CD3E"), WEIGHTS.gene("CD3D")};
        double[] support = WEIGHTS.support(genes);
        double[] against = new double[support.length];
        against[label("T cell")] = 1;

        assertThat(RANKING.posterior(support, new double[support.length], against)[label("T cell")])
                .isLessThan(RANKING.posterior(support, new double[support.length], new double[support.length])[
                        label("T cell")]);
    }
}
