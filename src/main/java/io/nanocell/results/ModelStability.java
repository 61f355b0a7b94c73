package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the model said the same with the candidates in another order.
///
/// @param runs how often it was asked again, each time with another fixed order
/// @param agreement share of the runs with the choice that stands, 0..1
/// @param choices what each run chose: a label, "Unresolved", or null where the run gave no usable answer
public record ModelStability(int runs, double agreement, List<@Nullable String> choices) {}
