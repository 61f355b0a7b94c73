package io.nanocell.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether the model says the same when the candidates stand in another order: a choice that depends on the order
/// rests on the list, not on the evidence.
///
/// @param agreement share of the runs with the very choice of the answer itself, 0..1; a run without a usable
/// answer agrees with nothing
/// @param choices what each run chose, in the order of their seeds: a label, "Unresolved", or null where the run
/// gave no usable answer
public record Stability(double agreement, List<@Nullable String> choices) {

    public Stability {
        choices = Collections.unmodifiableList(new ArrayList<>(choices)); // List.copyOf takes no null
    }

    /// @param said the answer that stands
    /// @param runs the answers to the permuted lists; at least one
    static Stability of(ModelAnswer said, List<ModelAnswer> runs) {
        String choice = choice(said);
        List<@Nullable String> choices =
                runs.stream().<@Nullable String>map(Stability::choice).toList();
        long same = choices.stream()
                .filter(c -> c != null && Objects.equals(c, choice))
                .count();
        return new Stability((double) same / runs.size(), choices);
    }

    /// @return how many runs there were
    public int runs() {
        return choices.size();
    }

    private static @Nullable String choice(ModelAnswer answer) {
        return switch (answer) {
            case ModelAnswer.Chose chose -> chose.label();
            case ModelAnswer.Abstained _ -> LabelSchema.UNRESOLVED;
            case ModelAnswer.Unusable _, ModelAnswer.Unavailable _ -> null;
        };
    }
}
