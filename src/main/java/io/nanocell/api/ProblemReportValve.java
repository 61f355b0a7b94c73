package io.nanocell.api;

import io.nanocell.security.Problems;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// What Tomcat refuses before any filter runs (a broken request line, headers that are too large, TRACE) has the shape
/// of every other error. Tomcat creates it by name, so it is public.
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = HttpStatus.resolve(response.getStatus());
        try {
            Problems.write(
                    request.getRequest(),
                    response.getResponse(),
                    Problems.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The client is gone before it could be told {}", response.getStatus(), e);
        }
    }
}
