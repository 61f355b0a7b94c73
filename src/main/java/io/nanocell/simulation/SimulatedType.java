package io.nanocell.simulation;

import java.util.List;

/// A cell type as the literature knows it.
///
/// @param cellOntologyId "CL:0000182"
/// @param name "hepatocyte"
/// @param lineage name of its lineage
/// @param markers symbols of its known markers, strongest first, each once
public record SimulatedType(String cellOntologyId, String name, String lineage, List<String> markers) {

    public SimulatedType {
        markers = markers.stream().distinct().toList();
    }
}
