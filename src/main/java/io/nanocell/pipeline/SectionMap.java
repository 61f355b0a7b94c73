package io.nanocell.pipeline;

import io.nanocell.pipeline.figures.SpatialFigure;
import java.util.List;

/// The cells of a section where they lie, coloured by group.
///
/// @param title of the figure
/// @param names of the groups, the first one that of the cells which were not assessed
/// @param colours of the groups, "#RRGGBB"
/// @param groupOf per cell: index of its group
/// @param x of its centroid, µm
/// @param y of its centroid, µm, downwards
public record SectionMap(String title, List<String> names, List<String> colours, int[] groupOf, float[] x, float[] y) {

    /// @return an SVG document; the cells are a PNG in it, so that a million of them can be opened
    public String svg() {
        return SpatialFigure.of(title, names, colours, groupOf, x, y);
    }
}
