/// How well spatial domains hold together: CHAOS, PAS, Moran's I, silhouette, Davies–Bouldin, adjacency. Imports
/// numerics, `spatial.graph` and `spatial.leiden`.
@NullMarked
package io.nanocell.spatial.metrics;

import org.jspecify.annotations.NullMarked;
