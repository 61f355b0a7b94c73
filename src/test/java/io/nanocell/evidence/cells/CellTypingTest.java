package io.nanocell.evidence.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.evidence.ExpressionFixture;
import io.nanocell.evidence.cells.CellTyping.Profile;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two domains: of the first 1,000 cells 60 % are of kind 0 and the others of kind 1, of the last 1,000 all but
/// a few of kind 2.
class CellTypingTest {

    private static final int CELLS = 2000;
    private static final int[] FIRST = IntStream.range(0, 1000).toArray();
    private static final int[] SECOND = IntStream.range(1000, CELLS).toArray();

    private static int kind(int cell) {
        return cell < 1000
                ? CellPartsTest.kind(cell, CELLS, 0.6, 0.4)
                : cell % 50 == 0 ? 0 : 2; // 2 % of the second domain are of the first one's kind
    }

    private static FloatCsrMatrix expression(int depth) {
        FloatCsrMatrix[] kinds = {
            CellPartsTest.cells(CELLS, depth, 1, 1),
            CellPartsTest.cells(CELLS, depth, 2, 0, 1),
            CellPartsTest.cells(CELLS, depth, 3, 0, 0, 1)
        };
        float[][] dense = new float[CELLS][CellPartsTest.GENES];
        for (int cell = 0; cell < CELLS; cell++) {
            FloatCsrMatrix of = kinds[kind(cell)];
            for (int e = of.rowStart()[cell]; e < of.rowStart()[cell + 1]; e++) {
                dense[cell][of.columnIndex()[e]] = of.values()[e];
            }
        }
        return ExpressionFixture.csr(dense, CellPartsTest.GENES);
    }

    /// Types are numbered as the kinds; parts of less than a tenth are no profiles, as those that are in no name.
    private static int[] types(FloatCsrMatrix expression, int nameless) {
        var section = GeneTotals.of(expression);
        DomainParts[] domains = {DomainParts.of(expression, section, FIRST), DomainParts.of(expression, section, SECOND)
        };
        List<Profile> profiles = Arrays.stream(domains)
                .flatMap(domain -> IntStream.range(0, domain.count())
                        .filter(part -> domain.share(part) >= 0.1)
                        .mapToObj(part -> new Profile(type(domain, part, nameless), domain, part)))
                .toList();
        var typing = new CellTyping(expression, profiles);
        int[] type = new int[CELLS];
        typing.call(domains[0], profiles, FIRST, type);
        typing.call(domains[1], profiles, SECOND, type);
        return type;
    }

    private static int type(DomainParts domain, int part, int nameless) {
        int type = domain.markers(part, 1, 0).getFirst() / 10; // genes 10k to 10k + 9 are those of kind k
        return type == nameless ? CellTyping.NAMELESS : type;
    }

    @Test
    void tellsCellsByTheirGenesWhereverTheyLie() {
        int[] type = types(expression(80), -1);

        long right = IntStream.range(0, CELLS).filter(i -> type[i] == kind(i)).count();
        long strangers =
                Arrays.stream(SECOND).filter(i -> kind(i) == 0 && type[i] == 0).count();
        assertThat(right).isGreaterThan((long) (0.97 * CELLS));
        assertThat(strangers).isGreaterThan(15); // of 20
    }

    @Test
    void cellsOfANamelessKindTakeNoOthersName() {
        int[] type = types(expression(80), 1);

        assertThat(Arrays.stream(FIRST)
                        .filter(i -> kind(i) == 1 && type[i] >= 0)
                        .count())
                .isLessThan(10);
        assertThat(Arrays.stream(FIRST)
                        .filter(i -> kind(i) == 1 && type[i] == CellTyping.NAMELESS)
                        .count())
                .isGreaterThan(370);
    }

    @Test
    void cellsOfFewTranscriptsAreUnclearRatherThanWrong() {
        int[] type = types(expression(8), -1);

        long called = Arrays.stream(type).filter(t -> t >= 0).count();
        long wrong = IntStream.range(0, CELLS)
                .filter(i -> type[i] >= 0 && type[i] != kind(i))
                .count();
        assertThat(called).isBetween(CELLS / 10L, (long) (0.95 * CELLS));
        assertThat(wrong).isLessThan(called / 10);
    }

    @Test
    void isTheSameWithAnyNumberOfThreads() {
        FloatCsrMatrix expression = expression(40);
        int threads = Parallel.threads();
        try {
            Parallel.useThreads(1);
            int[] alone = types(expression, -1);
            Parallel.useThreads(3);
            assertThat(types(expression, -1)).isEqualTo(alone);
        } finally {
            Parallel.useThreads(threads);
        }
    }
}
