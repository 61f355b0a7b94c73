package io.nanocell.confidence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Models of panels of several sizes: what a share of the markers or a margin tells depends on how many genes
/// could have been markers at all.
///
/// Between two sizes the log odds are interpolated along the logarithm of the size; below the least and above the
/// greatest that was fitted, the model is that of the nearest.
///
/// @param bySize genes of the panel → model; a single one, of size [#NO_PANEL], where there is no panel
public record PanelModels(SortedMap<Integer, ConfidenceModel> bySize) {

    /// Size of the panel where nobody knows one.
    public static final int NO_PANEL = 0;

    public PanelModels {
        if (bySize.isEmpty() || bySize.firstKey() < NO_PANEL || (bySize.firstKey() == NO_PANEL && bySize.size() > 1)) {
            throw new IllegalArgumentException(
                    "models are of one or several panels or of none, not of " + bySize.keySet());
        }
        bySize = Collections.unmodifiableSortedMap(new TreeMap<>(bySize));
    }

    static PanelModels withoutPanel(ConfidenceModel model) {
        return new PanelModels(new TreeMap<>(Collections.singletonMap(NO_PANEL, model)));
    }

    /// @param genes of the panel
    public ConfidenceModel at(int genes) {
        SortedMap<Integer, ConfidenceModel> above = bySize.tailMap(genes);
        SortedMap<Integer, ConfidenceModel> below = bySize.headMap(genes);
        if (above.isEmpty() || below.isEmpty()) {
            return above.isEmpty()
                    ? bySize.sequencedValues().getLast()
                    : bySize.sequencedValues().getFirst();
        }
        double from = StrictMath.log(below.lastKey());
        double share = (StrictMath.log(genes) - from) / (StrictMath.log(above.firstKey()) - from);
        return below.sequencedValues().getLast().towards(above.sequencedValues().getFirst(), share);
    }
}
