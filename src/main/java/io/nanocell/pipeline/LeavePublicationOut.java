package io.nanocell.pipeline;

import io.nanocell.evaluation.HeldOut;
import io.nanocell.evaluation.HeldOutList;
import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Truth;
import io.nanocell.evidence.CandidateEvidence;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.evidence.CandidateParameters;
import io.nanocell.evidence.CandidateStage;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ranks every held-out list by what is left without its publication: figures and calibration that need no expert's
/// labels.
///
/// What is left out together is [HeldOut]'s to say. Takes some seconds.
///
/// @param knowledge with the official files
/// @param parameters of the ranking; the draws of chance take most of the time
public record LeavePublicationOut(ReferenceKnowledge knowledge, CandidateParameters parameters) {

    /// Ranking alone needs no chance.
    private static final CandidateParameters RANKING = new CandidateParameters(3, 1, 100, 0);

    /// A held-out list and what is said of it without its publication.
    ///
    /// @param evidence candidates best first; none where no label knows any of its markers
    public record Ranked(HeldOutList list, CandidateEvidence evidence) {}

    /// @param official folder of the official files; blank for the shipped tables
    /// @param without sources to be left out altogether
    public static LeavePublicationOut withReference(String official, LeftOutSources without) {
        return new LeavePublicationOut(
                ReferenceConfiguration.knowledge(official).without(without).types(), RANKING);
    }

    /// @return the same of mice, whose genes are known by their human orthologs
    public LeavePublicationOut inMice() {
        return new LeavePublicationOut(knowledge.orthologs().inMice(knowledge), parameters);
    }

    /// @return the lists of this kind that there are; none with the shipped tables, which have added publications up
    public List<HeldOutList> cases(HeldOut kind, long seed) {
        return kind.lists(knowledge, seed);
    }

    /// @param panel approved symbols that lists are cut to and rankings made for; null: whole lists
    /// @return one for each list, by fold
    public List<Ranked> rank(List<HeldOutList> lists, @Nullable Set<String> panel, long seed) {
        int folds = HeldOut.of(lists).map(kind -> kind.folds(lists)).orElse(1);
        List<Ranked> ranked = new ArrayList<>();
        for (Set<String> left : HeldOut.folds(lists, folds, seed)) {
            ReferenceKnowledge rest = knowledge.with(knowledge.database().withoutPublications(left));
            var model = new CandidateKnowledge(rest);
            Map<String, CandidateStage> stages = new HashMap<>();
            for (HeldOutList list : lists) {
                if (left.contains(list.publication())) {
                    String tissue = list.tissue() == null ? "" : list.tissue();
                    CandidateStage stage = stages.computeIfAbsent(
                            tissue, name -> new CandidateStage(model, space(rest, name), panel, parameters));
                    List<String> markers = list.markers().stream()
                            .filter(gene -> panel == null || panel.contains(gene))
                            .toList();
                    ranked.add(new Ranked(list, stage.rank(markers, Set.of())));
                }
            }
        }
        return ranked;
    }

    private static LabelSpace space(ReferenceKnowledge knowledge, String tissue) {
        boolean known = !knowledge.tissues().organsIn(tissue).isEmpty();
        return LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(known ? tissue : null));
    }

    /// @return scores of the first candidates, however unsure
    /// @throws IllegalArgumentException if there is no list
    public Scores score(List<HeldOutList> lists, @Nullable Set<String> panel, long seed) {
        List<Ranked> ranked = rank(lists, panel, seed);
        return new OntologyEvaluation(knowledge.ontology())
                .score(
                        ranked.stream().map(LeavePublicationOut::prediction).toList(),
                        lists.stream()
                                .map(list -> new Truth(list.id(), list.expert()))
                                .toList());
    }

    private static Prediction prediction(Ranked ranked) {
        List<Prediction.Alternative> all = ranked.evidence().candidates().stream()
                .map(c -> new Prediction.Alternative(c.cellOntologyId(), c.posterior()))
                .toList();
        return all.isEmpty()
                ? new Prediction(ranked.list().id(), null, null, List.of())
                : new Prediction(
                        ranked.list().id(),
                        all.getFirst().cellOntologyId(),
                        all.getFirst().confidence(),
                        all.subList(1, all.size()));
    }
}
