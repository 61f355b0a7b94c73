package io.nanocell.evidence;

import io.nanocell.evidence.candidates.PanelSimulation;
import io.nanocell.reference.LabelSpace;
import java.util.Collection;
import java.util.List;

/// Which types a panel can and cannot tell, before any section is measured.
///
/// For every label, `draws` clusters of its type are made up: markers of the label on the panel, drawn by weight, among
/// a quarter of other panel genes. They are ranked as real ones are. The markers come from the sources that rank them,
/// so a type that fails here has no chance, and one that passes has a fair one.
///
/// @param draws made-up clusters per label
/// @param seed of the draws
public record PanelAdequacy(int draws, long seed) {

    /// 20 clusters a label.
    public static final PanelAdequacy DEFAULT = new PanelAdequacy(20, 0);

    public PanelAdequacy {
        if (draws < 10) {
            throw new IllegalArgumentException("draws is %d, below 10".formatted(draws));
        }
    }

    /// @param panel gene names
    /// @return one for each label of the space, in its order
    public List<LabelAdequacy> of(CandidateKnowledge knowledge, LabelSpace space, Collection<String> panel) {
        return new PanelSimulation(knowledge.model(), space, panel).of(draws, seed);
    }
}
