package io.nanocell.annotation;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.EvidenceKind;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.inference.Prompt;
import io.nanocell.testing.EvidenceExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AblationGridTest {

    static final List<ClusterEvidence> CLUSTERS = List.of(
            EvidenceExample.of(candidate(HEPATOCYTE, 5, 0.001), candidate(FIBROBLAST, 4.8, 0.001))
                    .number(1)
                    .build(),
            EvidenceExample.of(candidate(T_CELL, 5, 0.001)).number(2).build(),
            EvidenceExample.of().number(3).build());

    /// Picks the last candidate where labels are listed, else talks freely.
    static final class LastOrFree implements LanguageModel {
        final List<List<String>> asked = new ArrayList<>();

        @Override
        public ModelAnswer choose(Prompt prompt, LabelSchema schema) {
            asked.add(schema.labels());
            return schema.enumerated()
                    ? new ModelAnswer.Chose(schema.labels().get(schema.labels().size() - 2), FinalLabelTest.RECORD)
                    : new ModelAnswer.Unusable(LabelSchema.OFF_LIST, FinalLabelTest.RECORD);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ModelIdentity identity() {
            return FinalLabelTest.RECORD.model();
        }
    }

    static AblationSetting setting(boolean enumerated, int top, Policy policy) {
        return new AblationSetting(Set.of(EvidenceKind.CANDIDATES), enumerated, top, policy);
    }

    @Test
    void measuresWhatEachSettingDoes() {
        var model = new LastOrFree();
        var rows = new AblationGrid(model, AnnotatorTest.SCORER)
                .run(
                        CLUSTERS,
                        "liver",
                        Malignancy.NONE,
                        List.of(
                                setting(true, 5, Policy.MODEL),
                                setting(true, 5, Policy.EVIDENCE),
                                setting(true, 1, Policy.MODEL),
                                setting(false, 5, Policy.GUARDED)),
                        ModelWatcher.NONE);
        assertThat(rows).extracting(AblationRow::agreement).containsExactly(0.5, 0.5, 1.0, 0.0);
        assertThat(rows).extracting(AblationRow::offList).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(rows).extracting(AblationRow::flips).containsExactly(1 / 3.0, 0.0, 0.0, 0.0);
        assertThat(rows).extracting(AblationRow::coverage).containsOnly(2 / 3.0);
        assertThat(model.asked).hasSize(6); // two clusters, three questions: policies share the answers
    }

    @Test
    void refusesToOfferNothing() {
        assertThatThrownBy(() -> setting(true, 0, Policy.MODEL)).hasMessageContaining("not 0");
    }
}
