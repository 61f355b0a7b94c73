package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.evaluation.HeldOut;
import io.nanocell.evaluation.HeldOutList;
import io.nanocell.evaluation.Scores;
import io.nanocell.evidence.CandidateParameters;
import io.nanocell.reference.ReferenceKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The figures of the README: none may fall.
class RankingFiguresTest {

    static final Path SHARED = Path.of("../shared");
    static final String OFFICIAL = SHARED.resolve("reference-data").toString();

    static final LeavePublicationOut ALL = load("");
    static final LeavePublicationOut DATABASES = load("ATLAS,CELL_MARKER_MOUSE,SINGLE_CELL_BASE");
    static List<HeldOutList> azimuth = List.of();

    private static LeavePublicationOut load(String without) {
        String folder = Files.exists(SHARED) ? OFFICIAL : "";
        return LeavePublicationOut.withReference(folder, LeftOutSources.named(without));
    }

    @BeforeAll
    static void readCases() throws IOException {
        assumeTrue(Files.exists(SHARED), "the official files are not beside the project");
        List<HeldOutList> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SHARED.resolve("benchmarks/marker-annotation-azimuth.tsv"))) {
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (cells.get(1).equals("human") && !cells.get(7).isEmpty()) {
                cases.add(new HeldOutList(
                        cells.get(0),
                        "", // nothing is left out
                        cells.get(3),
                        Stream.of(cells.get(4).split(",", -1))
                                .map(String::strip)
                                .toList(),
                        Set.of(cells.get(7).split("\\|", -1))));
            }
        }
        azimuth = List.copyOf(cases);
    }

    @Test
    void officialFilesOnAzimuth() {
        Scores scores = ALL.score(azimuth, null, 1);

        assertThat(scores.n()).isEqualTo(261);
        assertThat(scores.ontologyMean()).isGreaterThanOrEqualTo(0.68);
        assertThat(scores.top3()).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void databasesAloneOnAzimuth() {
        assertThat(DATABASES.score(azimuth, null, 1).ontologyMean()).isGreaterThanOrEqualTo(0.605);
    }

    @Test
    void withoutTheAtlasTable() {
        LeavePublicationOut rest = load("ATLAS");

        assertThat(rest.score(azimuth, null, 1).ontologyMean()).isGreaterThanOrEqualTo(0.59);
        assertThat(rest.score(rest.cases(HeldOut.PANGLAO_DB, 1), null, 1).ontologyMean())
                .isGreaterThanOrEqualTo(0.57);
    }

    @Test
    void shippedTablesOnAzimuth() {
        assertThat(LeavePublicationOut.withReference("", LeftOutSources.NONE)
                        .score(azimuth, null, 1)
                        .ontologyMean())
                .isGreaterThanOrEqualTo(0.65);
    }

    @Test
    void publicationsLeftOut() {
        assertThat(ALL.score(ALL.cases(HeldOut.PUBLICATIONS, 1), null, 1).ontologyMean())
                .isGreaterThanOrEqualTo(0.585);
    }

    @Test
    void panglaoLeftOut() {
        assertThat(ALL.score(ALL.cases(HeldOut.PANGLAO_DB, 1), null, 1).ontologyMean())
                .isGreaterThanOrEqualTo(0.58);
        assertThat(DATABASES
                        .score(DATABASES.cases(HeldOut.PANGLAO_DB, 1), null, 1)
                        .ontologyMean())
                .isGreaterThanOrEqualTo(0.51);
    }

    @Test
    void micesListsByOrthologs() {
        LeavePublicationOut mice = ALL.inMice();
        List<HeldOutList> lists = mice.cases(HeldOut.MOUSE_ATLAS, 1);

        assertThat(lists)
                .hasSizeGreaterThan(100)
                .allSatisfy(list ->
                        assertThat(list.markers()).allMatch(mice.knowledge().symbols()::isApproved));
        assertThat(mice.score(lists, null, 1).ontologyMean()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void listsCutToAPanelAreRightAsOftenWhereTheyAreCalled() throws IOException {
        ReferenceKnowledge knowledge = ALL.knowledge();
        Set<String> panel = new TreeSet<>();
        for (String line : Files.readAllLines(SHARED.resolve("samples/panels/hMulti.csv"))) {
            panel.add(knowledge.symbols().approved(line.split(",", -1)[0].strip()));
        }
        var rankings = new LeavePublicationOut(knowledge, new CandidateParameters(3, 1, 1000, 0));
        Predicate<LeavePublicationOut.Ranked> called =
                ranked -> !ranked.evidence().candidates().isEmpty()
                        && ranked.evidence().candidates().getFirst().pValueMax() <= 0.05;

        double whole =
                right(rankings.rank(azimuth, null, 1).stream().filter(called).toList());
        List<LeavePublicationOut.Ranked> cut = rankings.rank(azimuth, panel, 1);

        assertThat(cut).filteredOn(called).hasSizeGreaterThan(60);
        assertThat(right(cut.stream().filter(called).toList())).isGreaterThanOrEqualTo(whole);
    }

    private static double right(List<LeavePublicationOut.Ranked> called) {
        return called.stream()
                .mapToDouble(ranked -> ALL.knowledge()
                                        .ontology()
                                        .score(
                                                ranked.list().expert(),
                                                ranked.evidence()
                                                        .candidates()
                                                        .getFirst()
                                                        .cellOntologyId())
                                >= 0.5
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }
}
