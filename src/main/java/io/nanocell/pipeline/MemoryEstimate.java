package io.nanocell.pipeline;

import io.nanocell.ingest.SectionSize;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.HsnmfParameters;
import io.nanocell.spatial.RadiusGraph;
import java.util.Arrays;

/// How much heap a job needs, told before it starts.
///
/// Two moments count. While the matrix is read and filtered, its entries are held twice (8 bytes each). While
/// communities are sought, the expression (8 bytes per entry) stands beside the spatial and the feature graph, two
/// levels of coarse graphs (of 27.5 million edges 17.7 and 8.4 million are left, 8 bytes each), and per cell the
/// factors, the cell's id and what each thread knows of all communities. `bench` with falling `-Xmx` tells how near
/// this is.
///
/// @param cells number of cells
/// @param genes number of genes
/// @param entries counts above 0
/// @param edges directed edges of the spatial graph
/// @param rank of the factorisation
/// @param neighbours in the feature graph
record MemoryEstimate(long cells, long genes, long entries, long edges, int rank, int neighbours) {

    private static final long SERVICE = 160L << 20; // the service with its reference tables
    private static final long CODE_AND_KEYS = 64L << 20; // keys of one block of the rank sums
    private static final int COARSE = 8; // bytes of coarse edges per edge of the finest graph
    private static final int CHUNKS = 64; // partial sums of the factorisation
    private static final long MOVER = 33; // bytes per cell of a thread that moves cells between communities
    private static final int MOVERS = 17; // at most so many at a time
    private static final double ROOM = 1.15; // a collector needs some to work in

    /// @param dataset read and filtered
    static MemoryEstimate of(SpatialDataset dataset, HsnmfParameters p) {
        boolean grouped = dataset.section().groups() != null;
        return new MemoryEstimate(
                dataset.section().cells(),
                dataset.genes().size(),
                dataset.expression().entries() + dataset.controls().entries(),
                edges(dataset.x(), dataset.y(), grouped, p),
                p.rank(),
                p.neighbours());
    }

    /// @param grouped whether clusters come along, so that no domains are sought
    static MemoryEstimate of(SectionSize size, boolean grouped, HsnmfParameters p) {
        boolean placed = Arrays.stream(size.x()).allMatch(Double::isFinite)
                && Arrays.stream(size.y()).allMatch(Double::isFinite); // else the reader will refuse the table
        return new MemoryEstimate(
                size.cells(),
                size.features(),
                size.entries(),
                placed ? edges(size.x(), size.y(), grouped, p) : 0,
                p.rank(),
                p.neighbours());
    }

    private static long edges(double[] x, double[] y, boolean grouped, HsnmfParameters p) {
        double reach = grouped || p.radiusWeight() == 0 ? p.contactRadius() : Math.max(p.radius(), p.contactRadius());
        return new RadiusGraph(reach, 1).expectedEdges(x, y);
    }

    /// @return bytes of heap
    long bytes() {
        long stride = PaddedMatrix.strideFor(rank);
        long ofIds = 150 * cells;
        long reading = 16 * entries + 2 * ofIds;
        long partials = CHUNKS * genes * 4 * (stride + PaddedMatrix.strideFor(rank + 6));
        long ofCells = (8 * stride + 90 + MOVER * Math.min(Parallel.threads(), MOVERS)) * cells + ofIds;
        long feature = neighbours * 3L / 2 * cells; // edges: UMAP's union makes k directed ones about 1.5 k
        long clustering = 8 * entries + (4 + COARSE) * edges + (8 + COARSE) * feature + ofCells;
        long factorising = 8 * entries + partials + 12 * stride * cells + ofIds;
        long testing = 8 * entries + ofIds + CODE_AND_KEYS;
        long most = Math.max(Math.max(reading, factorising), Math.max(clustering, testing));
        return SERVICE + Math.round(ROOM * most);
    }
}
