package io.nanocell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a panel can call a type.
///
/// @param status CALLABLE, PARENT_ONLY or NOT_CALLABLE
/// @param onPanel its markers on the panel, strongest first
/// @param parent label that is callable instead; null unless PARENT_ONLY
public record AdequacyRow(
        String label,
        String cellOntologyId,
        String status,
        List<String> onPanel,
        @Nullable String parent) {}
