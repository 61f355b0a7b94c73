package io.nanocell.spatial;

/// The radius reaches so many neighbours that the graph cannot be held: take a smaller radius.
public final class GraphTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param radius in µm
    /// @param edges directed edges within it
    public GraphTooLargeException(double radius, int cells, long edges) {
        super("the graph of %d cells within %s µm has %d edges, more than 2,147,483,639; take a smaller radius"
                .formatted(cells, radius, edges));
    }
}
