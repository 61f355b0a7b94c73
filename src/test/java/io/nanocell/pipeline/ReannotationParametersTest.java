package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nanocell.results.JobParameters;
import io.nanocell.results.JobParameters.Confidence;
import io.nanocell.results.JobParameters.Inference;
import io.nanocell.results.JobParameters.LabelSpace;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReannotationParametersTest {

    private static final JobParameters JOB = new JobParameters(
            "liver",
            "hepatitis",
            new JobParameters.QualityControl(10, 5, 10),
            null,
            new JobParameters.Markers(20, 0.05, 0.05),
            null,
            new LabelSpace(LabelSpace.Mode.ALL, List.of("hepatocyte"), List.of("T cell"), List.of()),
            new JobParameters.Candidates(10, 1.0),
            new Inference(
                    true, "qwen2.5:1.5b", Inference.Policy.MODEL, List.of(Inference.Evidence.MARKERS), 2048, 3, 60),
            new Confidence(0.8, 0.6, 0.1));

    @Test
    void nothingGivenIsTheSameAgain() {
        assertThat(ReannotationParameters.over(JOB, JobParameters.NONE)).isEqualTo(JOB);
        assertThat(ReannotationParameters.over(JOB, given("  ", null, null, null)))
                .isEqualTo(JOB);
    }

    @Test
    void takesWhatIsGivenMemberByMember() {
        var over = ReannotationParameters.over(
                JOB,
                given(
                        "lung",
                        new LabelSpace(null, List.of(), null, null),
                        new Inference(null, "llama3.2:3b", null, null, null),
                        new Confidence(0.9, null, null)));

        assertThat(over.tissue()).isEqualTo("lung");
        assertThat(over.disease()).isEqualTo("hepatitis");
        assertThat(over.labelSpace())
                .isEqualTo(new LabelSpace(LabelSpace.Mode.ALL, List.of(), List.of("T cell"), List.of()));
        assertThat(over.inference())
                .isEqualTo(new Inference(
                        true, "llama3.2:3b", Inference.Policy.MODEL, List.of(Inference.Evidence.MARKERS), 2048, 3, 60));
        assertThat(over.confidence()).isEqualTo(new Confidence(0.9, 0.6, 0.1));
        assertThat(over.qualityControl()).isEqualTo(JOB.qualityControl());
        assertThat(over.markers()).isEqualTo(JOB.markers());
    }

    @Test
    void refusesEverythingUpstreamByName() {
        var upstream = new JobParameters(
                null,
                null,
                new JobParameters.QualityControl(null, null, null),
                new JobParameters.Hsnmf(
                        5, null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                new JobParameters.Markers(5, null, null),
                new JobParameters.Enrichment(0.1, null, null, null, null, null, null),
                null,
                null,
                null,
                null);

        assertThatExceptionOfType(RequestRejected.class)
                .isThrownBy(() -> ReannotationParameters.over(JOB, upstream))
                .satisfies(rejected -> {
                    assertThat(rejected.slug()).isEqualTo("invalid-parameters");
                    assertThat(rejected.httpStatus()).isEqualTo(422);
                    assertThat(rejected.violations())
                            .extracting(ProblemViolation::field)
                            .containsExactly(
                                    "parameters.qualityControl",
                                    "parameters.hsnmf",
                                    "parameters.markers",
                                    "parameters.enrichment");
                    assertThat(rejected.violations())
                            .allMatch(v ->
                                    v.remedy().startsWith("annotate the dataset again with POST /annotation-jobs"));
                });
    }

    private static JobParameters given(
            String tissue,
            @Nullable LabelSpace labelSpace,
            @Nullable Inference inference,
            @Nullable Confidence confidence) {
        return new JobParameters(tissue, null, null, null, null, null, labelSpace, null, inference, confidence);
    }
}
