package io.nanocell.api;

import io.nanocell.pipeline.DatasetRequest;
import io.nanocell.pipeline.MarkerSets;
import io.nanocell.pipeline.MarkerSetsAnswer;
import io.nanocell.pipeline.UploadedFile;
import io.nanocell.results.JobParameters;
import io.nanocell.results.ProblemViolation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;

/// A multipart upload whose parts are known, single and complete. Nothing has been moved yet.
record UploadForm(
        Map<String, MultipartFile> files, @Nullable MultipartFile markerSets, DatasetRequest request) {

    private static final String MARKER_SETS = "markerSets";
    private static final Set<String> FILES =
            new TreeSet<>(Set.of("bundle", "matrix", "cells", "experiment", "panel", "clusters", MARKER_SETS));
    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("name", "tissue", "species", "disease", "annotate", "parameters"));
    private static final int MAX_FILE_NAME = 255;

    /// @throws io.nanocell.results.RequestRejected naming every part that is unknown, repeated, missing or empty
    static UploadForm of(MultipartHttpServletRequest request, ApiJson json) throws IOException {
        List<ProblemViolation> violations = new ArrayList<>();
        Map<String, MultipartFile> files = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (FILES.contains(name)) {
                if (List.of(values).stream().allMatch(String::isEmpty)) {
                    return; // an input of Swagger UI that was left alone
                }
                violations.add(Rejections.violation(name, null, "Send it as a file, with a file name"));
            } else if (isSingle(name, FIELDS, values.length, violations)) {
                fields.put(name, values[0]);
            }
        });
        for (var part : request.getMultiFileMap().entrySet()) {
            List<MultipartFile> given = part.getValue().stream()
                    .filter(file -> !isUnfilledInput(file))
                    .toList();
            if (part.getKey().equals("parameters") && given.size() == 1 && !fields.containsKey("parameters")) {
                fields.put("parameters", text(given.getFirst()));
            } else if (isSingle(part.getKey(), FILES, given.size(), violations) && !given.isEmpty()) {
                files.put(part.getKey(), given.getFirst());
            }
        }
        MultipartFile markerSets = files.remove(MARKER_SETS);
        checkFiles(files, violations);
        fields.forEach((name, value) -> {
            if (!name.equals("parameters")) {
                Texts.check(name, value, Texts.MAX_NAME, violations);
            }
        });
        boolean annotate = annotate(fields.get("annotate"), violations);
        checkMarkerSets(markerSets, annotate, violations);
        if (!violations.isEmpty()) {
            throw Rejections.invalid(violations);
        }
        return new UploadForm(
                files,
                markerSets,
                new DatasetRequest(
                        fields.get("name"),
                        fields.get("tissue"),
                        fields.get("species"),
                        fields.get("disease"),
                        annotate,
                        parameters(fields.get("parameters"), json)));
    }

    private static void checkMarkerSets(
            @Nullable MultipartFile file, boolean annotate, List<ProblemViolation> violations) {
        if (file == null) {
            return;
        }
        String name = clientName(file);
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|gmt)")) {
            violations.add(
                    new ProblemViolation(name, MARKER_SETS, null, "Name it .csv or .gmt, so that it is read right"));
        } else if (file.getSize() > BodyLimit.MAX_BYTES) {
            violations.add(new ProblemViolation(
                    name, MARKER_SETS, file.getSize() + " bytes", "At most %d bytes".formatted(BodyLimit.MAX_BYTES)));
        } else if (!annotate) {
            violations.add(
                    new ProblemViolation(
                            name,
                            MARKER_SETS,
                            null,
                            "They are of the job that is queued at once; with annotate=false send them to POST /annotation-jobs"));
        }
    }

    /// @return what was asked, with the marker sets of the file, if there is one, among the parameters
    DatasetRequest request(MarkerSets reader) throws IOException {
        if (markerSets == null) {
            return request;
        }
        String name = clientName(markerSets);
        var format = name.toLowerCase(Locale.ROOT).endsWith(".gmt") ? MarkerSets.Format.GMT : MarkerSets.Format.CSV;
        MarkerSetsAnswer read = reader.read(markerSets.getBytes(), format, name, request.species());
        return new DatasetRequest(
                request.name(),
                request.tissue(),
                request.species(),
                request.disease(),
                request.annotate(),
                MarkerSets.add(request.parameters(), read.markerSets()),
                read.warnings());
    }

    /// Moves the files into the folder, under names of ours.
    List<UploadedFile> moveTo(Path folder) throws IOException {
        List<UploadedFile> moved = new ArrayList<>();
        for (var file : files.entrySet()) {
            Path target = folder.toAbsolutePath().resolve(file.getKey());
            file.getValue().transferTo(target.toFile()); // renames; transferTo(Path) would copy
            moved.add(new UploadedFile(file.getKey(), clientName(file.getValue()), target));
        }
        return moved;
    }

    /// What a browser sends for a file input that was left alone.
    private static boolean isUnfilledInput(MultipartFile file) {
        String name = file.getOriginalFilename();
        return (name == null || name.isEmpty()) && file.isEmpty();
    }

    private static boolean isSingle(String name, Set<String> known, int count, List<ProblemViolation> violations) {
        if (!known.contains(name)) {
            violations.add(Rejections.violation(
                    name,
                    null,
                    "Unknown part; files are %s, texts are %s"
                            .formatted(String.join(", ", FILES), String.join(", ", FIELDS))));
            return false;
        }
        if (count > 1) {
            violations.add(Rejections.violation(name, null, "Send this part once, not %d times".formatted(count)));
            return false;
        }
        return true;
    }

    private static void checkFiles(Map<String, MultipartFile> files, List<ProblemViolation> violations) {
        files.forEach((role, file) -> {
            if (file.isEmpty()) {
                violations.add(
                        new ProblemViolation(clientName(file), role, "0 bytes", "The file is empty; send it whole"));
            }
        });
        if (files.containsKey("bundle")) {
            files.keySet().stream()
                    .filter(role -> !role.equals("bundle"))
                    .map(role -> Rejections.violation(role, null, "Send either a bundle or loose files, not both"))
                    .forEach(violations::add);
            return;
        }
        MultipartFile matrix = files.get("matrix");
        boolean annData =
                matrix != null && clientName(matrix).toLowerCase(Locale.ROOT).endsWith(".h5ad");
        for (String role : annData ? List.of("matrix") : List.of("matrix", "cells")) { // AnnData may hold the cells
            if (!files.containsKey(role)) {
                violations.add(Rejections.violation(
                        role,
                        null,
                        "Missing: send \"bundle\", or at least the files \"matrix\" and \"cells\", or AnnData (.h5ad) as"
                                + " \"matrix\""));
            }
        }
    }

    private static boolean annotate(@Nullable String value, List<ProblemViolation> violations) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            violations.add(Rejections.violation("annotate", value, "Allowed: true, false"));
        }
        return !"false".equals(value);
    }

    private static JobParameters parameters(@Nullable String text, ApiJson json) {
        if (text == null) {
            return JobParameters.NONE;
        }
        try {
            JobParameters parameters = json.mapper().readValue(text, JobParameters.class);
            return parameters == null ? JobParameters.NONE : parameters;
        } catch (JacksonException e) {
            throw JsonProblems.of(e, "parameters");
        }
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > BodyLimit.MAX_BYTES) {
            throw Rejections.invalid("parameters", null, "At most %d bytes".formatted(BodyLimit.MAX_BYTES));
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    /// The last part of the client's path, fit to be shown.
    private static String clientName(MultipartFile file) {
        String path = String.valueOf(file.getOriginalFilename());
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "_");
        return name.length() <= MAX_FILE_NAME ? name : name.substring(0, MAX_FILE_NAME);
    }
}
