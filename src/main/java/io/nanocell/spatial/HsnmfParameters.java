package io.nanocell.spatial;

/// The parameters of hSNMF; [#defaults] are the published ones.
///
/// @param rank number of NMF factors
/// @param alpha weight of the spatial graph in the hybrid adjacency, 0..1
/// @param beta diffusion weight of the neighbourhood, 0..1
/// @param diffusionSteps number of diffusion steps, ≥ 0
/// @param contactRadius contact graph radius in µm
/// @param contactWeight weight of a contact edge
/// @param radius radius graph in µm, ≥ contactRadius
/// @param radiusWeight weight of a radius edge
/// @param neighbours k of the feature graph, counting the cell itself
/// @param resolution γ of RB modularity
/// @param nmfTolerance stop when violation / first violation is at most this
/// @param nmfIterations at most so many
/// @param leidenIterations iterations of Leiden
/// @param seed of the randomised SVD and of Leiden
/// @param minClusterSize cells below which a cluster is not assessed; never more than 1 % of the kept cells
public record HsnmfParameters(
        int rank,
        double alpha,
        double beta,
        int diffusionSteps,
        double contactRadius,
        double contactWeight,
        double radius,
        double radiusWeight,
        int neighbours,
        double resolution,
        double nmfTolerance,
        int nmfIterations,
        int leidenIterations,
        long seed,
        int minClusterSize) {

    public HsnmfParameters {
        check(rank >= 2 && rank <= 50, "rank", rank, "2..50");
        check(alpha >= 0 && alpha <= 1, "alpha", alpha, "0..1");
        check(beta >= 0 && beta <= 1, "beta", beta, "0..1");
        check(diffusionSteps >= 0 && diffusionSteps <= 20, "diffusionSteps", diffusionSteps, "0..20");
        check(contactRadius > 0 && contactRadius <= 1000, "contactRadius", contactRadius, "0 < r ≤ 1000 µm");
        check(contactWeight >= 0 && contactWeight <= 1000, "contactWeight", contactWeight, "0..1000");
        check(radius >= contactRadius && radius <= 1000, "radius", radius, "contactRadius ≤ r ≤ 1000 µm");
        check(radiusWeight >= 0 && radiusWeight <= 1000, "radiusWeight", radiusWeight, "0..1000");
        check(neighbours >= 2 && neighbours <= 200, "neighbours", neighbours, "2..200");
        check(resolution > 0 && resolution <= 100, "resolution", resolution, "0 < γ ≤ 100");
        check(nmfTolerance > 0 && nmfTolerance < 1, "nmfTolerance", nmfTolerance, "0 < t < 1");
        check(nmfIterations >= 1 && nmfIterations <= 10_000, "nmfIterations", nmfIterations, "1..10000");
        check(leidenIterations >= 1 && leidenIterations <= 100, "leidenIterations", leidenIterations, "1..100");
        check(minClusterSize >= 1, "minClusterSize", minClusterSize, "≥ 1");
    }

    public static HsnmfParameters defaults() {
        return new HsnmfParameters(10, 0.5, 0.6, 2, 20, 2.5, 80, 1.0, 15, 0.4, 1e-4, 500, 2, 0, 100);
    }

    private static void check(boolean holds, String field, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("hsnmf.%s must be %s, got %s".formatted(field, range, value));
        }
    }
}
