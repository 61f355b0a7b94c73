package io.nanocell.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/// Skips every test of a run that is to use containers where there is no engine to run them. JUnit finds it by itself
/// (`META-INF/services`); in any other run it lets all tests pass.
public final class ContainerEngine implements ExecutionCondition {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerEngine.class);

    /// @return whether this run is to use containers
    static boolean isAskedFor() {
        return Boolean.getBoolean("nanocell.test.container");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isAskedFor()) {
            return ConditionEvaluationResult.enabled("this run uses no containers");
        }
        if (Available.NOW) {
            return ConditionEvaluationResult.enabled("a container engine answers");
        }
        String reason = "no container engine answers on this machine, and nanocell.test.container is set";
        if (context.getTestClass().isPresent() && context.getTestMethod().isEmpty()) {
            LOG.warn("{} is skipped: {}", context.getRequiredTestClass().getSimpleName(), reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static final class Available {

        static final boolean NOW = DockerClientFactory.instance().isDockerAvailable();
    }
}
