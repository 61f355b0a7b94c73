package io.nanocell.evidence;

import java.util.List;

/// A type that parts of domains were recognised as.
///
/// @param label its name in the label space
/// @param cellOntologyId "CL:0000182"
/// @param lineage name in `lineages.tsv`
/// @param parts the parts of domains that it was recognised in, largest first
public record CalledType(String label, String cellOntologyId, String lineage, List<NamedPart> parts) {

    public CalledType {
        parts = List.copyOf(parts);
    }

    /// A part of a domain whose own markers tell a type.
    ///
    /// @param cluster number of the domain
    /// @param share of the domain's cells, 0..1
    /// @param support of the lineage on these markers
    /// @param pValueMax of the type against the best support of random lists
    /// @param markers that speak for the type, strongest first
    public record NamedPart(int cluster, double share, double support, double pValueMax, List<String> markers) {

        public NamedPart {
            markers = List.copyOf(markers);
        }
    }
}
