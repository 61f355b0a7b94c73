package io.nanocell.simulation;

import java.util.List;

/// A region of the tissue and what lives there.
///
/// @param name unique within a design
/// @param kind what an annotation can be expected to say
/// @param shares planted types with their shares of the cells, the largest first; they sum to 1
public record Niche(String name, NicheKind kind, List<Share> shares) {

    private static final double ROUNDING = 1e-9;

    /// @param type a planted type
    /// @param share its part of the niche's cells, above 0, at most 1
    public record Share(SimulatedType type, double share) {

        public Share {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "the share of %s must be in (0, 1], got %s".formatted(type.name(), share));
            }
        }
    }

    public Niche {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Share::share).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("the shares of niche %s sum to %s, not to 1".formatted(name, sum));
        }
    }
}
