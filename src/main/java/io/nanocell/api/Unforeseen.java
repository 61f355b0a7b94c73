package io.nanocell.api;

import io.nanocell.results.Outage;
import io.nanocell.security.Problems;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/// Answers what no caller has done: something around the service is missing, or the service has a defect. The answer to
/// a defect carries only an id, which stands in the log beside the cause.
final class Unforeseen {

    private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

    private Unforeseen() {}

    /// Once bytes are on their way nothing can be told any more: the connection has to break, for a short answer that
    /// ends well would pass for a whole one.
    ///
    /// @return null if the client is gone
    /// @throws Exception `e` itself, where the connection has to break
    static @Nullable ResponseEntity<Object> answer(Exception e, WebRequest request) throws Exception {
        if (ProblemAnswers.isCommitted(request)) {
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION, WebRequest.SCOPE_REQUEST)
                    instanceof IOException) {
                LOG.debug("The client is gone", e);
                return null;
            }
            throw e;
        }
        return Outage.of(e) == Outage.NONE ? defect(e, request) : outage(Outage.of(e), e, request);
    }

    private static ResponseEntity<Object> defect(Exception e, WebRequest request) {
        var id = UUID.randomUUID();
        LOG.error("Internal error {} at {}", id, request.getDescription(false), e);
        var problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "This is a defect of the service, not of the request. Its log has the cause under the id " + id);
        problem.setProperty("errorId", id);
        return ProblemAnswers.answer(problem, request);
    }

    /// @param outage any but `NONE`
    static ResponseEntity<Object> outage(Outage outage, Exception e, WebRequest request) {
        LOG.warn("{} at {}: {}", outage, request.getDescription(false), e.getMessage());
        return outage == Outage.OUT_OF_SPACE
                ? ProblemAnswers.answer(
                        Problems.of(
                                HttpStatus.INSUFFICIENT_STORAGE,
                                "insufficient-storage",
                                "The disk of this service is full; nothing was kept"),
                        request)
                : ProblemAnswers.answerForNow(
                        Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "The database of this service does not answer; try again in a while"),
                        request);
    }
}
