package io.nanocell.pipeline;

import io.nanocell.confidence.PanelModels;
import io.nanocell.evidence.CandidateStage;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.WarmUp;
import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From the genes of clusters to their labels: candidates, the model's choice, confidence, final label. Sections
/// and marker lists share it.
@Component
class Judgement {

    private final Knowledge knowledge;
    private final LanguageModels models;
    private final ReferenceLookup reference;

    Judgement(Knowledge knowledge, LanguageModels models, ReferenceLookup reference) {
        this.knowledge = knowledge;
        this.models = models;
        this.reference = reference;
    }

    /// Loads the model that the job will ask, beside the stages before it; nothing where it asks none.
    WarmUp warmUp(MethodParameters method) {
        return method.asksModel() ? WarmUp.of(models.open(method.model())) : WarmUp.NONE;
    }

    /// @param panel approved symbols of the genes that could have been markers; null where nobody knows
    /// @throws io.nanocell.results.RequestRejected for a tissue or label that is not known
    PreparedJudgement of(MethodParameters method, @Nullable List<String> panel) {
        Knowledge known = knowledge.of(method.species());
        LabelSpace space = reference.labelSpace(method.labelSpace(), method.species());
        var stage = new CandidateStage(known.candidates(), space, panel, method.candidates());
        List<String> more = method.wholeLabelSpace()
                ? space.labels().stream().map(Label::name).toList()
                : List.of();
        return new PreparedJudgement(
                known,
                known.candidates().sources().with(space.added()),
                method,
                stage,
                models,
                more,
                panel == null ? PanelModels.NO_PANEL : panel.size());
    }
}
