package io.nanocell.api;

import static io.nanocell.api.ProblemAnswers.answer;
import static io.nanocell.api.ProblemAnswers.answerForNow;
import static io.nanocell.api.ProblemAnswers.isCommitted;

import io.nanocell.results.ConflictException;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.Outage;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.security.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Turns every exception into a problem document: 4xx says what the caller can mend, 5xx carries only an id that stands
/// in the log beside the cause.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> handle(RequestRejected e, WebRequest request) {
        var problem = Problems.of(HttpStatusCode.valueOf(e.httpStatus()), e.slug(), text(e), e.violations());
        return e.httpStatus() == HttpStatus.TOO_MANY_REQUESTS.value()
                ? answerForNow(problem, request)
                : answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NotFoundException e, WebRequest request) {
        return answer(Problems.of(HttpStatus.NOT_FOUND, "not-found", text(e)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(ConflictException e, WebRequest request) {
        return answer(Problems.of(HttpStatus.CONFLICT, "conflict", text(e)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(JobNotFinishedException e, WebRequest request) {
        var problem = Problems.of(HttpStatus.CONFLICT, "not-finished", text(e));
        problem.setProperty("jobState", e.state()); // never "status": that is RFC 9457's own member
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(TaskRejectedException e, WebRequest request) {
        return answerForNow(
                Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many downloads at once; try again in a while"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(MultipartException e, WebRequest request) {
        if (Outage.of(e) != Outage.NONE) {
            return Unforeseen.outage(Outage.of(e), e, request);
        }
        return answer(
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "The multipart body cannot be read: it is cut off, has no boundary or too many parts"),
                request);
    }

    /// The firewall judges a header when it is read, which may be here.
    @ExceptionHandler
    ResponseEntity<Object> handle(RequestRejectedException e, WebRequest request) {
        LOG.debug("Refused", e);
        return answer(Problems.rejectedByFirewall(), request);
    }

    /// A query string that is none ("?=x", "?a=%zz"), or form fields that are too many or too long.
    @ExceptionHandler
    ResponseEntity<Object> handle(InvalidParameterException e, WebRequest request) {
        return e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? answer(Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The parameters are too long"), request)
                : answer(
                        Problems.of(HttpStatus.BAD_REQUEST, "malformed-request", "The parameters cannot be read"),
                        request);
    }

    /// Whatever nothing else here takes.
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handle(Exception e, WebRequest request) throws Exception {
        return Unforeseen.answer(e, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.ExceededException exceeded) {
                return answer(
                        Problems.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "too-large",
                                "The body of this call may have at most %d bytes".formatted(exceeded.limit())),
                        request);
            }
        }
        return e.getCause() instanceof JacksonException json
                ? handle(JsonProblems.of(json, ""), request)
                : answer(Problems.of(HttpStatus.BAD_REQUEST, "malformed-json", "A JSON body is needed"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handle(
                Rejections.invalid(e.getFieldErrors().stream()
                        .map(ProblemAdvice::violation)
                        .toList()),
                request);
    }

    private static ProblemViolation violation(FieldError error) {
        String remedy =
                error.isBindingFailure() ? "Expected a whole number" : String.valueOf(error.getDefaultMessage());
        return Rejections.violation(error.getField(), error.getRejectedValue(), remedy);
    }

    /// In the path: 400, the address itself is malformed. In the query: 422, as for every other parameter.
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean inPath = e instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        var violation = Rejections.violation(
                e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName(),
                e.getValue(),
                expected(e.getRequiredType()));
        return answer(
                Problems.of(
                        inPath ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-parameters",
                        "Parameter %s does not hold: %s".formatted(violation.field(), violation.remedy()),
                        List.of(violation)),
                request);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return "Expected an id, as 0b8f2a9e-5c1d-4f7a-9e3b-6d2c8a1f4e57";
        }
        return type != null && type.isEnum()
                ? "Allowed: "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : "Expected a whole number";
    }

    /// A media type that is served only with a parameter.
    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return e instanceof UnsatisfiedServletRequestParameterException missing
                ? handle(
                        Rejections.invalid(
                                String.join(", ", missing.getParamConditions()),
                                null,
                                "Needed for this Accept; application/json comes without"),
                        request)
                : super.handleServletRequestBindingException(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                Problems.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The upload is larger than this service takes (nanocell.upload.max-size), or has more or longer "
                                + "parts than any section"),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String served = MediaType.toString(e.getSupportedMediaTypes());
        var violation = Rejections.violation("Accept", request.getHeader(HttpHeaders.ACCEPT), "Served here: " + served);
        return answer(
                Problems.of(
                        status, "not-acceptable", "This resource is served as " + served + " only", List.of(violation)),
                headers,
                request);
    }

    /// All other exceptions of Spring's own come here; their status and headers stay.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isCommitted(request)) {
            return null;
        }
        if (status.is5xxServerError()) {
            LOG.error("Answering {} at {}", status.value(), request.getDescription(false), e);
        }
        String detail =
                body instanceof ProblemDetail problem && problem.getDetail() != null && status.is4xxClientError()
                        ? problem.getDetail()
                        : "The request cannot be answered";
        return answer(Problems.of(status, Problems.slugOf(status), detail), headers, request);
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
