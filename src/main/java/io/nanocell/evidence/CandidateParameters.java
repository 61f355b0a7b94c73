package io.nanocell.evidence;

/// How many candidates a cluster gets.
///
/// @param top at most, 1..50
/// @param maxP a candidate whose `pValueMax` is greater is left out; 1 leaves none out, so that tentative ones show
/// @param draws random lists that chance is measured by
/// @param seed of the draws
public record CandidateParameters(int top, double maxP, int draws, long seed) {

    /// Ten candidates, tentative ones among them, against 1,000 draws.
    public static final CandidateParameters DEFAULT = new CandidateParameters(10, 1, 1000, 0);

    public CandidateParameters {
        if (top < 1 || top > 50) {
            throw new IllegalArgumentException("top is %d, not 1..50".formatted(top));
        }
        if (!(maxP > 0 && maxP <= 1)) {
            throw new IllegalArgumentException("maxP is %s, not above 0 and at most 1".formatted(maxP));
        }
        if (draws < 100) {
            throw new IllegalArgumentException("draws is %d, below 100".formatted(draws));
        }
    }
}
