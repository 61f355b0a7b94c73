package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Gives every cell of a domain the type that its genes tell, if they tell one.
///
/// A domain is modelled as a mixture of known profiles and one of no type, the mean of all profiles; their shares are
/// fitted to a sample of its cells, and profiles with less than [#LEAST_SHARE] are taken out. A cell is called if
///
/// 1. the profiles of one type hold at least [#SURE] of what speaks for it, the shares included;
/// 2. the best of them explains it [#CLEAR] nats better than that of no type, the shares left out: a cell of few
///    transcripts is not called by where it lies.
///
/// Time O(entries · profiles), memory 4 bytes per cell.
public final class CellTyping {

    /// Of a cell that no profile fits clearly better than the others.
    public static final int UNCLEAR = -1;

    /// Of a cell or profile of a kind that has no name.
    public static final int NAMELESS = -2;

    private static final double LEAST_SHARE = 0.01;
    private static final double SURE = 0.9;
    private static final double CLEAR = StrictMath.log(10);
    private static final int ROUNDS = 50;
    private static final int CHUNK = 2048;

    /// What a type's cells express.
    ///
    /// @param type number of the type, or [#NAMELESS]
    /// @param parts domain that the profile is of
    /// @param part its number there
    public record Profile(int type, DomainParts parts, int part) {}

    private final FloatCsrMatrix expression;
    private final double[] none; // ln of the share of every gene in a cell of no type

    /// @param all profiles that stand for the section, of named types or not; not empty
    public CellTyping(FloatCsrMatrix expression, List<Profile> all) {
        this.expression = expression;
        this.none = new double[expression.columns()];
        for (Profile profile : all) {
            double[] log = profile.parts().logProfile(profile.part());
            for (int g = 0; g < none.length; g++) {
                none[g] += StrictMath.exp(log[g]) / all.size();
            }
        }
        Arrays.setAll(none, g -> StrictMath.log(none[g]));
    }

    /// Writes the type of every cell of a domain, [#UNCLEAR] or [#NAMELESS] where it has none.
    ///
    /// @param own parts of the domain
    /// @param profiles that its cells may have
    /// @param type per cell of the section, changed for the domain's
    public void call(DomainParts own, List<Profile> profiles, int[] cells, int[] type) {
        List<Profile> left = profiles;
        double[] logWeight = weights(own.sample(), left);
        List<Profile> present = IntStream.range(0, left.size())
                .filter(k -> logWeight[k] >= StrictMath.log(LEAST_SHARE))
                .mapToObj(profiles::get)
                .toList();
        double[] logWeights = present.size() == left.size() ? logWeight : weights(own.sample(), present);
        double[] logProfiles = table(present);
        int components = logWeights.length;
        int types = 1 + present.stream().mapToInt(Profile::type).max().orElse(UNCLEAR);
        Parallel.chunks(cells.length, CHUNK, (_, from, to) -> {
            double[] log = new double[components];
            double[] share = new double[components];
            double[] ofType = new double[Math.max(types, 0) + 1];
            for (int i = from; i < to; i++) {
                explain(cells[i], logProfiles, log);
                type[cells[i]] = decide(log, logWeights, present, share, ofType);
            }
        });
    }

    private static int decide(
            double[] log, double[] logWeights, List<Profile> present, double[] share, double[] ofType) {
        double[] weighted = new double[log.length];
        for (int k = 0; k < log.length; k++) {
            weighted[k] = log[k] + logWeights[k];
        }
        CellMixture.normalise(weighted, share, 0);
        Arrays.fill(ofType, 0); // the last one is without a name
        int best = UNCLEAR;
        for (int k = 0; k < present.size(); k++) {
            int type = present.get(k).type();
            int t = type == NAMELESS ? ofType.length - 1 : type;
            ofType[t] += share[k];
            best = ofType[t] >= SURE ? type : best;
        }
        double clear = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < present.size(); k++) {
            clear = present.get(k).type() == best ? Math.max(clear, log[k] - log[log.length - 1]) : clear;
        }
        return clear >= CLEAR ? best : UNCLEAR;
    }

    private void explain(int cell, double[] logProfiles, double[] log) {
        Arrays.fill(log, 0);
        float unit = CellSample.unit(expression, cell);
        for (int e = expression.rowStart()[cell]; e < expression.rowStart()[cell + 1]; e++) {
            double amount = expression.values()[e] * unit;
            int offset = expression.columnIndex()[e] * log.length;
            for (int k = 0; k < log.length; k++) {
                log[k] += amount * logProfiles[offset + k];
            }
        }
    }

    /// @return ln θ of profile k and gene g at `g * K + k`, no type last
    private double[] table(List<Profile> profiles) {
        int components = profiles.size() + 1;
        double[] table = new double[none.length * components];
        for (int k = 0; k < components; k++) {
            double[] log = k < profiles.size()
                    ? profiles.get(k).parts().logProfile(profiles.get(k).part())
                    : none;
            for (int g = 0; g < none.length; g++) {
                table[g * components + k] = log[g];
            }
        }
        return table;
    }

    /// Fits the shares of given profiles by expectation–maximisation.
    ///
    /// @return ln of the shares, that of no type last
    private double[] weights(CellSample sample, List<Profile> profiles) {
        int components = profiles.size() + 1;
        double[] table = table(profiles);
        double[] log = new double[Math.multiplyExact(sample.cells(), components)];
        for (int i = 0; i < sample.cells(); i++) {
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                for (int k = 0; k < components; k++) {
                    log[i * components + k] += sample.amount()[e] * table[sample.gene()[e] * components + k];
                }
            }
        }
        double[] weight = new double[components];
        Arrays.fill(weight, -StrictMath.log(components));
        double[] cell = new double[components];
        double[] share = new double[components];
        for (int round = 0; round < ROUNDS; round++) {
            double[] sum = new double[components];
            for (int i = 0; i < sample.cells(); i++) {
                for (int k = 0; k < components; k++) {
                    cell[k] = log[i * components + k] + weight[k];
                }
                CellMixture.normalise(cell, share, 0);
                for (int k = 0; k < components; k++) {
                    sum[k] += share[k];
                }
            }
            for (int k = 0; k < components; k++) {
                weight[k] = StrictMath.log((sum[k] + 1e-3) / (sample.cells() + 1e-3 * components));
            }
        }
        return weight;
    }
}
