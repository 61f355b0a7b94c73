package io.nanocell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LabelSchemaTest {

    final LabelSchema schema =
            new LabelSchema(List.of("T cell", "M2 \"like\" macrophage", "Müller / glia", "a\nb", "Unresolved"), true);

    @Test
    void writesTheSameSchemaInEveryRun() {
        String json = JsonMapper.shared()
                .writeValueAsString(
                        LabelSchema.of(List.of("B", "A"), List.of(), true).json());
        assertThat(json)
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"label\":{\"type\":\"string\",\"enum\":[\"B\",\"A\","
                        + "\"Unresolved\"]}},\"required\":[\"label\"],\"additionalProperties\":false}");
    }

    @Test
    void admitsCandidatesOnceAndUnresolvedLast() {
        assertThat(LabelSchema.of(List.of("B", "A", "B"), List.of("C", "A", "Unresolved"), true)
                        .labels())
                .containsExactly("B", "A", "C", "Unresolved");
        assertThat(LabelSchema.of(List.of(), List.of(), true).labels()).containsExactly("Unresolved");
    }

    @Test
    void leavesTheListOutForAblations() {
        assertThat(new LabelSchema(List.of("A", "Unresolved"), false).json().toString())
                .doesNotContain("enum")
                .contains("maxLength");
    }

    @Test
    void refusesWhatWouldBreakTheGrammar() {
        for (List<String> bad :
                List.of(List.<String>of(), List.of("A"), List.of("A", "A", "Unresolved"), List.of(" ", "Unresolved"))) {
            assertThatThrownBy(() -> new LabelSchema(bad, true)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsEveryLabelBack() {
        for (String label : schema.labels()) {
            String answer = "{ \"label\"\n\n\t: " + JsonMapper.shared().writeValueAsString(label) + " }\n";
            assertThat(schema.read(answer)).isEqualTo(new LabelSchema.Reading.Label(label));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{ \"l",
                "T cell",
                "{}",
                "{\"label\":null}",
                "{\"label\":[\"T cell\"]}",
                "{\"label\":\"t cell\"}",
                "{\"label\":\"T cell \"}",
                "{\"label\":\"B cell\"}",
                "{\"label\":\"T cell\"} {}",
                "[\"T cell\"]",
                "\"T cell\"",
                "{\"label\":\"T cell\",\"label\":\"Unresolved\"}",
                "{\"Label\":\"T cell\"}",
                "{ \"label\"\n\n\t:}"
            })
    void believesNothingElse(String answer) {
        assertThat(schema.read(answer)).isInstanceOf(LabelSchema.Reading.Problem.class);
    }

    @Test
    void survivesDeepNesting() {
        String deep = "[".repeat(100_000);
        assertThat(schema.read(deep)).isInstanceOf(LabelSchema.Reading.Problem.class);
    }

    @Test
    void takesALongListOfLabels() {
        List<String> many = IntStream.range(0, 1900).mapToObj(i -> "type " + i).toList();
        assertThat(LabelSchema.of(many, List.of(), true).labels()).hasSize(1901);
    }
}
