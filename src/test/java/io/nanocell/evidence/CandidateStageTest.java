package io.nanocell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.numerics.Parallel;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerSet;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateStageTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final CandidateKnowledge KNOWLEDGE = new CandidateKnowledge(CORE);
    static final CandidateStage STAGE = stage(null, null);

    static final List<String> T_CELL =
            List.of("CD3D", "CD3E", "CD2", "TRAC", "IL7R", "CD3G", "LCK", "CD6", "TRBC1", "CD28");
    static final List<String> HEPATOCYTE =
            List.of("ALB", "APOA1", "APOB", "TTR", "CYP3A4", "APOA2", "FGB", "ASGR1", "CYP2E1", "APOC3");

    static CandidateStage stage(@Nullable String tissue, @Nullable List<String> panel) {
        LabelSpace space = LabelSpace.of(CORE, LabelSpace.Request.ofTissue(tissue));
        return new CandidateStage(KNOWLEDGE, space, panel, CandidateParameters.DEFAULT);
    }

    static List<String> genes(String list) {
        return List.of(list.split(" ", -1));
    }

    /// Five hundred genes: markers of everything, in a fixed order.
    static List<String> panel() {
        List<String> genes = new ArrayList<>(new TreeSet<>(CORE.database().lists().stream()
                .filter(list -> list.source().isNaming())
                .flatMap(list -> list.weights().keySet().stream())
                .toList()));
        Collections.shuffle(genes, new Random(4));
        List<String> panel = new ArrayList<>(genes.subList(0, 480));
        panel.addAll(T_CELL);
        panel.addAll(HEPATOCYTE);
        return List.copyOf(new TreeSet<>(panel));
    }

    @ParameterizedTest
    @CsvSource({
        "HAMP AHSG SERPINC1 F2 ADH4 ARG1, CL:0000182",
        "IL7R CD2 CD3E TRAC CD40LG, CL:0000084",
        "ARG2 ADIPOQ PLIN4, CL:0000136",
        "MS4A1 CD79A CD79B BANK1 CD19, CL:0000236",
        "PECAM1 VWF CLDN5 CDH5 PLVAP, CL:0000115",
        "TPSAB1 CPA3 MS4A2 KIT HDC, CL:0000097"
    })
    void namesWhatEveryoneKnows(String list, String type) {
        Candidate first = STAGE.rank(genes(list), Set.of()).candidates().getFirst();

        assertThat(CORE.ontology().onOnePath(first.cellOntologyId(), type))
                .as(first.label())
                .isTrue();
    }

    /// They share their markers; megakaryocytes stay in the marrow, and what circulates of them is platelets.
    @ParameterizedTest
    @CsvSource({"PBMC, platelet", "bone marrow, megakaryocyte"})
    void tellsPlateletsFromMegakaryocytesByWhereTheyAre(String tissue, String label) {
        List<String> list = genes("PPBP PF4 NRGN GNG11 CAVIN2 TUBB1 CLU HIST1H2AC RGS18 GP9");

        assertThat(stage(tissue, null).rank(list, Set.of()).candidates())
                .extracting(Candidate::label)
                .first()
                .isEqualTo(label);
    }

    @Test
    void mucusCellsOfTheStomachAreNoAstrocytes() {
        assertThat(STAGE.rank(genes("TFF1 TFF2 MUC5AC"), Set.of()).candidates())
                .extracting(Candidate::label)
                .doesNotContain("astrocyte")
                .first()
                .isEqualTo("foveolar cell of stomach");
    }

    @Test
    void noKnownGeneGivesNoCandidate() {
        CandidateEvidence evidence = STAGE.rank(genes("NOSUCH1 NOSUCH2 NOSUCH3"), Set.of());

        assertThat(evidence.candidates()).isEmpty();
        assertThat(evidence.lineages()).isEmpty();
        assertThat(evidence.coverage()).isZero();
        assertThat(STAGE.rank(List.of(), Set.of()).candidates()).isEmpty();
    }

    @Test
    void oneKnownGeneIsNeverAboveChance() {
        assertThat(STAGE.rank(genes("TPSAB1 NOSUCH1 NOSUCH2"), Set.of()).candidates())
                .isNotEmpty()
                .allSatisfy(candidate -> assertThat(candidate.pValueMax()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "HAMP AHSG SERPINC1 F2 ADH4 ARG1, liver, hepatocyte",
        "HAMP AHSG SERPINC1 F2 ADH4 ARG1, , hepatocyte",
        "IL7R CD2 CD3E TRAC CD40LG, , T cell",
        "MS4A1 CD79A CD79B BANK1 CD19, PBMC, B cell"
    })
    void shortListsOfTrueMarkersAreAboveChance(String list, @Nullable String tissue, String label) {
        Candidate first =
                stage(tissue, null).rank(genes(list), Set.of()).candidates().getFirst();

        assertThat(first.label()).isEqualTo(label);
        assertThat(first.pValueMax()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void coverageWeighsMarkersByRank() {
        // weights 1 and 0.8
        assertThat(STAGE.rank(genes("CD3E NOSUCH1"), Set.of()).coverage()).isEqualTo(1 / 1.8);
    }

    @Test
    void aliasesCountOnceUnderTheNameGiven() {
        CandidateEvidence byAlias = STAGE.rank(genes("CD20 MS4A1 CD79A"), Set.of());

        assertThat(byAlias.candidates().getFirst().supporting()).containsExactlyInAnyOrder("CD20", "CD79A");
        assertThat(byAlias.candidates().getFirst().support())
                .isEqualTo(STAGE.rank(genes("MS4A1 CD79A"), Set.of())
                        .candidates()
                        .getFirst()
                        .support());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void randomListsStayWithinChance(boolean withPanel) {
        List<String> population = new ArrayList<>(
                withPanel ? panel() : List.copyOf(CORE.database().genes()));
        CandidateStage stage = withPanel ? stage(null, panel()) : STAGE;
        var random = new Random(11);
        int named = 0;
        int heterogeneous = 0;
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(population, random);
            CandidateEvidence evidence = stage.rank(population.subList(0, 20), Set.of());
            named += !evidence.candidates().isEmpty()
                            && evidence.candidates().getFirst().pValueMax() <= 0.05
                    ? 1
                    : 0;
            heterogeneous += significantLineages(evidence) >= 2 ? 1 : 0;
        }

        assertThat(named).isLessThanOrEqualTo(16); // 10 expected of the best label; 16 is its 97.5th percentile
        assertThat(heterogeneous).isLessThanOrEqualTo(5);
    }

    static long significantLineages(CandidateEvidence evidence) {
        return evidence.lineages().stream()
                .filter(lineage -> lineage.pValueMax() <= 0.05)
                .count();
    }

    @Test
    void mixedListShowsTwoLineagesAndPureListsOne() {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            mixed.add(T_CELL.get(i));
            mixed.add(HEPATOCYTE.get(i));
        }

        assertThat(STAGE.rank(mixed, Set.of()).lineages())
                .filteredOn(lineage -> lineage.pValueMax() <= 0.05)
                .extracting(LineageSupport::lineage)
                .containsExactlyInAnyOrder("lymphoid", "hepatic");
        assertThat(significantLineages(STAGE.rank(T_CELL, Set.of()))).isEqualTo(1);
        assertThat(significantLineages(STAGE.rank(HEPATOCYTE, Set.of()))).isEqualTo(1);
        assertThat(STAGE.rank(mixed, Set.of()).lineages().stream().flatMap(l -> l.genes().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void dividingCellsHaveOneLineage() {
        List<String> dividing = new ArrayList<>(T_CELL);
        dividing.addAll(genes("MKI67 TOP2A CENPF BIRC5 TYMS PCNA UBE2C CDK1"));

        assertThat(significantLineages(STAGE.rank(dividing, Set.of()))).isEqualTo(1);
    }

    @Test
    void pValueMaxIsNeverBelowTheLabelsOwn() {
        assertThat(STAGE.rank(HEPATOCYTE, Set.of()).candidates()).allSatisfy(candidate -> {
            assertThat(candidate.pValueMax()).isGreaterThanOrEqualTo(candidate.pValue());
            assertThat(candidate.pValue()).isBetween(1 / 1001.0, 1.0);
        });
    }

    @Test
    void missingMarkersCountAgainstALabel() {
        CandidateStage stage = stage(null, panel());
        List<String> list = genes("CD3D CD3E ALB TTR APOA2");
        Candidate before = candidate(stage.rank(list, Set.of()), "hepatocyte");
        Set<String> absent = Set.of("APOA1", "APOB", "CYP3A4", "FGB", "ASGR1", "CYP2E1", "APOC3", "ALB");
        Candidate after = candidate(stage.rank(list, absent), "hepatocyte");

        assertThat(after.posterior()).isLessThan(before.posterior());
        assertThat(after.support()).isEqualTo(before.support());
        assertThat(after.absentOnPanel()).isNotEmpty().isSubsetOf(absent).doesNotContain("ALB");
        assertThat(before.absentOnPanel()).isEmpty();
        assertThat(after.conflicting()).containsExactlyInAnyOrder("CD3D", "CD3E");
        assertThat(after.notOnPanel()).isNotEmpty().doesNotContainAnyElementsOf(panel());
    }

    private static Candidate candidate(CandidateEvidence evidence, String label) {
        return evidence.candidates().stream()
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void userLabelCompetes() {
        var set = new MarkerSet("Tumour clone", null, genes("ERBB2 GRB7 STARD3 PGAP3 MIEN1"));
        LabelSpace space = LabelSpace.of(CORE, new LabelSpace.Request(null, null, List.of(), List.of(), List.of(set)));
        var stage = new CandidateStage(KNOWLEDGE, space, null, CandidateParameters.DEFAULT);

        assertThat(stage.rank(genes("GRB7 ERBB2 MIEN1 STARD3"), Set.of())
                        .candidates()
                        .getFirst()
                        .label())
                .isEqualTo("Tumour clone");
    }

    @Test
    void parametersLimitCandidates() {
        var few = new CandidateStage(
                KNOWLEDGE, LabelSpace.of(CORE, LabelSpace.Request.ALL), null, new CandidateParameters(3, 0.05, 500, 1));

        assertThat(few.rank(HEPATOCYTE, Set.of()).candidates())
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(candidate -> assertThat(candidate.pValueMax()).isLessThanOrEqualTo(0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> new CandidateParameters(0, 1, 1000, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CandidateParameters(10, Double.NaN, 1000, 0));
    }

    @Test
    void numberOfThreadsChangesNothing() {
        List<ClusterMarkers> clusters = clusters(40);
        int before = Parallel.threads();
        Parallel.useThreads(1);
        List<CandidateEvidence> alone = stage("liver", panel()).rank(clusters);
        Parallel.useThreads(4);
        List<CandidateEvidence> together = stage("liver", panel()).rank(clusters);
        Parallel.useThreads(before);

        assertThat(together).isEqualTo(alone);
    }

    @AfterAll
    static void restoreThreads() {
        Parallel.useThreads(Runtime.getRuntime().availableProcessors());
    }

    static List<ClusterMarkers> clusters(int count) {
        List<String> panel = new ArrayList<>(panel());
        var random = new Random(3);
        List<ClusterMarkers> clusters = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            Collections.shuffle(panel, random);
            List<MarkerGene> top =
                    panel.subList(0, 15 + n % 6).stream().map(MarkerGene::named).toList();
            clusters.add(new ClusterMarkers(n, top, top, List.of(), new TreeSet<>(panel.subList(100, 200)), 0.02));
        }
        return clusters;
    }

    @Test
    void aThousandClustersTakeSeconds() {
        List<ClusterMarkers> clusters = clusters(1000);
        long start = System.nanoTime();
        assertThat(stage(null, panel()).rank(clusters)).hasSize(1000);

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(20); // 1 to 2 s on two idle cores
    }
}
