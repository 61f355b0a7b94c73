package io.nanocell.pipeline;

import static io.nanocell.results.JobParameters.Inference.Evidence.CANDIDATES;
import static io.nanocell.results.JobParameters.Inference.Evidence.MARKERS;
import static io.nanocell.results.JobParameters.Inference.Evidence.PROGRAMS;

import io.nanocell.results.AblationSettings;
import io.nanocell.results.JobParameters.Inference.Evidence;
import io.nanocell.results.JobParameters.Inference.Policy;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Completes a request for an ablation and refuses what does not hold, all of it at once.
final class AblationRequests {

    private static final int MOST_QUESTIONS = 100;
    private static final List<List<Evidence>> LEVELS = List.of(
            List.of(MARKERS, CANDIDATES, PROGRAMS),
            List.of(MARKERS, CANDIDATES),
            List.of(MARKERS, PROGRAMS),
            List.of(MARKERS));

    private final List<ProblemViolation> violations = new ArrayList<>();

    private AblationRequests() {}

    /// @param kept how many candidates the job kept, `candidates.top`
    /// @throws RequestRejected `invalid-parameters` (422)
    static AblationSettings complete(AblationRequest given, int kept) {
        var check = new AblationRequests();
        var settings = new AblationSettings(
                check.levels(given.evidence()),
                check.distinct("enum", given.enumerated(), List.of(true, false)),
                check.tops(given.top(), kept),
                check.distinct("policy", given.policy(), List.of(Policy.values())),
                given.truth());
        if (check.violations.isEmpty() && settings.questions() > MOST_QUESTIONS) {
            check.refuse(
                    "evidence",
                    settings.questions(),
                    "ask at most %d questions of each cluster: evidence × enum × top".formatted(MOST_QUESTIONS));
        }
        if (!check.violations.isEmpty()) {
            throw new RequestRejected(
                    "invalid-parameters", 422, "The settings of the ablation do not hold", check.violations);
        }
        return settings;
    }

    private List<List<Evidence>> levels(@Nullable List<List<Evidence>> given) {
        List<List<Evidence>> levels = new ArrayList<>();
        for (List<Evidence> level : distinct("evidence", given, LEVELS)) {
            String field = "evidence[%d]".formatted(levels.size());
            if (level.isEmpty()) {
                refuse(field, level, "name at least one of MARKERS, CANDIDATES, PROGRAMS");
            }
            levels.add(distinct(field, level, level).stream().sorted().toList());
        }
        if (levels.stream().distinct().count() < levels.size()) {
            refuse("evidence", given, "give each combination once");
        }
        return levels;
    }

    private List<Integer> tops(@Nullable List<Integer> given, int kept) {
        List<Integer> tops = distinct("top", given, List.of(kept));
        for (int i = 0; i < tops.size(); i++) {
            if (tops.get(i) < 1 || tops.get(i) > kept) {
                refuse(
                        "top[%d]".formatted(i),
                        tops.get(i),
                        "send 1 to %d, which is what the job kept (its candidates.top)".formatted(kept));
            }
        }
        return tops;
    }

    private <T> List<T> distinct(String field, @Nullable List<T> given, List<T> otherwise) {
        if (given == null) {
            return otherwise;
        }
        boolean holds = true;
        for (int i = 0; i < given.size(); i++) {
            @Nullable T value = given.get(i); // JSON may hold null where the type promises none
            if (value == null) {
                refuse("%s[%d]".formatted(field, i), null, "a value is needed here");
                holds = false;
            }
        }
        if (holds && given.isEmpty() && !given.equals(otherwise)) {
            refuse(field, given, "list at least one, or leave it out");
        }
        if (holds && given.stream().distinct().count() < given.size()) {
            refuse(field, given, "give each once");
        }
        return holds ? given : List.of();
    }

    private void refuse(String field, @Nullable Object value, String remedy) {
        violations.add(new ProblemViolation(null, field, value == null ? null : value.toString(), remedy));
    }
}
