package io.nanocell.annotation;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.Breaker;
import io.nanocell.inference.EvidenceKind;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.inference.Prompt;
import io.nanocell.testing.EvidenceExample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                    ? new ModelAnswer.Chose(schema.labels().get(schema.labels().size() - 2), JudgedClusters.RECORD)
                    : new ModelAnswer.Unusable(LabelSchema.OFF_LIST, JudgedClusters.RECORD);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ModelIdentity identity() {
            return JudgedClusters.RECORD.model();
        }
    }

    static AblationQuestion question(boolean enumerated, int top) {
        return new AblationQuestion(Set.of(EvidenceKind.CANDIDATES), enumerated, top);
    }

    static AblationGrid grid(Map<Integer, String> labels) {
        return new AblationGrid(
                ONTOLOGY,
                CLUSTERS.stream()
                        .map(c -> new JudgedEvidence(c, AnnotatorTest.SCORER.score(c, Malignancy.NONE)))
                        .toList(),
                List.of(),
                labels);
    }

    static Map<Integer, ModelAnswer> ask(LanguageModel model, AblationQuestion question) {
        return grid(Map.of())
                .ask(question, Map.of(), model, "liver", Duration.ofMinutes(1), ModelWatcher.NONE, new Breaker());
    }

    @Test
    void measuresWhatEachSettingDoes() {
        var model = new LastOrFree();
        Map<Integer, ModelAnswer> five = ask(model, question(true, 5));
        Map<Integer, ModelAnswer> one = ask(model, question(true, 1));
        Map<Integer, ModelAnswer> free = ask(model, question(false, 5));
        var grid = grid(Map.of(1, "hepatocyte", 2, "T cell", 3, "Unresolved"));
        var rows = List.of(
                grid.row(new AblationSetting(question(true, 5), Policy.MODEL), five),
                grid.row(new AblationSetting(question(true, 5), Policy.EVIDENCE), five),
                grid.row(new AblationSetting(question(true, 1), Policy.MODEL), one),
                grid.row(new AblationSetting(question(false, 5), Policy.GUARDED), free));
        assertThat(rows).extracting(AblationRow::agreement).containsExactly(0.5, 0.5, 1.0, null);
        assertThat(rows).extracting(AblationRow::offList).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(rows).extracting(AblationRow::flips).containsExactly(1 / 3.0, 0.0, 0.0, 0.0);
        assertThat(rows).extracting(AblationRow::evidenceFlips).containsExactly(1 / 3.0, 0.0, 0.0, 0.0);
        assertThat(rows).extracting(AblationRow::coverage).containsOnly(2 / 3.0);
        assertThat(rows).extracting(AblationRow::asked).containsOnly(2);
        assertThat(rows).extracting(AblationRow::unusable).containsExactly(0, 0, 0, 2);
        assertThat(model.asked).hasSize(6); // two clusters, three questions: policies share the answers
    }

    @Test
    void comparesWithTheRunItIsGiven() {
        Map<Integer, ModelAnswer> answers = ask(new LastOrFree(), question(true, 5));
        AblationRow row = grid(Map.of(1, "hepatocyte", 2, "Unresolved", 3, "Unresolved"))
                .row(new AblationSetting(question(true, 5), Policy.EVIDENCE), answers);
        assertThat(row.flips()).isEqualTo(1 / 3.0);
        assertThat(row.evidenceFlips()).isZero();
    }

    @Test
    void asksNothingTwice() {
        var model = new LastOrFree();
        Map<Integer, ModelAnswer> known = Map.of(1, new ModelAnswer.Abstained(JudgedClusters.RECORD));
        Map<Integer, ModelAnswer> answers = grid(Map.of())
                .ask(question(true, 5), known, model, "liver", Duration.ofMinutes(1), ModelWatcher.NONE, new Breaker());
        assertThat(model.asked).hasSize(1);
        assertThat(answers.keySet()).containsExactly(1, 2);
        assertThat(answers).containsEntry(1, known.get(1));
    }

    @Test
    void countsAServerThatIsDownAsNoAnswer() {
        Map<Integer, ModelAnswer> down = Map.of(1, JudgedClusters.UNAVAILABLE, 2, JudgedClusters.UNAVAILABLE);
        AblationRow row = grid(Map.of()).row(new AblationSetting(question(true, 5), Policy.GUARDED), down);
        assertThat(row)
                .returns(2, AblationRow::unavailable)
                .returns(null, AblationRow::agreement)
                .returns(null, AblationRow::offList)
                .returns(2 / 3.0, AblationRow::coverage)
                .returns(0.0, AblationRow::evidenceFlips);
    }

    @Test
    void refusesToOfferNothing() {
        assertThatThrownBy(() -> question(true, 0)).hasMessageContaining("not 0");
    }
}
