package io.nanocell.api;

import io.nanocell.results.ProblemViolation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses query parameters that the call does not have: `?tisue=liver` must not answer for all tissues. The known ones
/// are read off the controller method. Blank and repeated values are refused too; form fields are [UploadForm]'s.
final class UnknownParameters implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST // an error page has the parameters of what failed
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("io.nanocell")
                && !isMultipart(request)) {
            check(request.getParameterMap(), known.computeIfAbsent(method.getMethod(), UnknownParameters::names));
        }
        return true;
    }

    /// Spring takes a value of blanks and control characters for none.
    private static boolean isEmpty(String value) {
        return value.isBlank() || value.trim().isEmpty();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static void check(Map<String, String[]> given, Set<String> known) {
        List<ProblemViolation> violations = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                violations.add(Rejections.violation(
                        name,
                        values[0],
                        known.isEmpty()
                                ? "Unknown parameter; this call has none"
                                : "Unknown parameter; known here: " + String.join(", ", known)));
            } else if (values.length > 1) {
                violations.add(Rejections.violation(name, String.join(", ", values), "Give it once"));
            } else if (isEmpty(values[0]) || !StorableText.isStorable(values[0])) {
                violations.add(Rejections.violation(name, values[0], "Give a value without NUL, or leave it out"));
            }
        });
        if (!violations.isEmpty()) {
            throw Rejections.invalid(violations);
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        for (Parameter parameter : method.getParameters()) {
            var annotation = parameter.getAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name().isEmpty() ? parameter.getName() : annotation.name());
            } else if (parameter.getType() == Paging.class) {
                Arrays.stream(Paging.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }
}
