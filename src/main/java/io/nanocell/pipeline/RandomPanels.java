package io.nanocell.pipeline;

import io.nanocell.reference.MarkerDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Panels of random genes, drawn as often as the sources list them: panels hold well-known markers.
final class RandomPanels {

    private final List<String> mentions = new ArrayList<>(); // a gene as often as it is listed
    private final int genes;

    RandomPanels(MarkerDatabase database) {
        database.lists()
                .forEach(list -> list.weights().keySet().stream().sorted().forEach(mentions::add));
        genes = Set.copyOf(mentions).size();
    }

    /// @param size how many genes, or all that there are
    List<String> draw(int size, long seed) {
        var random = new SplittableRandom(seed);
        Set<String> panel = new LinkedHashSet<>();
        while (panel.size() < Math.min(size, genes)) {
            panel.add(mentions.get(random.nextInt(mentions.size())));
        }
        return List.copyOf(panel);
    }
}
