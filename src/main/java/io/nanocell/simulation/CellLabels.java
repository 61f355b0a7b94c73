package io.nanocell.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Deals the types of a niche out to its cells: exactly by share, in random order.
final class CellLabels {

    private CellLabels() {}

    /// @param nicheOfCell index of the niche, one per cell
    /// @return index into `types`, one per cell
    static int[] deal(SectionDesign design, List<SimulatedType> types, int[] nicheOfCell, RandomStream random) {
        Map<String, Integer> index = IntStream.range(0, types.size())
                .boxed()
                .collect(Collectors.toMap(t -> types.get(t).cellOntologyId(), t -> t));
        List<int[]> decks = new ArrayList<>();
        int[] sizes = new int[design.niches().size()];
        for (int niche : nicheOfCell) {
            sizes[niche]++;
        }
        for (int n = 0; n < sizes.length; n++) {
            int[] deck = deck(design.niches().get(n), sizes[n], index);
            random.shuffle(deck);
            decks.add(deck);
        }
        int[] next = new int[sizes.length];
        int[] type = new int[nicheOfCell.length];
        for (int cell = 0; cell < type.length; cell++) {
            int niche = nicheOfCell[cell];
            type[cell] = decks.get(niche)[next[niche]++];
        }
        return type;
    }

    /// Rounding goes to the first share, the largest: a niche is never less pure than designed.
    private static int[] deck(Niche niche, int size, Map<String, Integer> index) {
        int[] deck = new int[size];
        int end = size;
        for (int s = niche.shares().size() - 1; s >= 0; s--) {
            Niche.Share share = niche.shares().get(s);
            int start = s == 0 ? 0 : end - (int) (share.share() * size);
            Arrays.fill(deck, start, end, index.getOrDefault(share.type().cellOntologyId(), 0));
            end = start;
        }
        return deck;
    }
}
