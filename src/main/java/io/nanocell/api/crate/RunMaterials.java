package io.nanocell.api.crate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nanocell.results.FileRecord;
import io.nanocell.results.InputFile;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Provenance;
import io.nanocell.results.SourceVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/// What a run read, as entities of a crate: the section's files, the reference sources, the language model.
final class RunMaterials {

    private final CrateGraph graph;
    private final Map<String, String> slotOfRole = new LinkedHashMap<>();

    RunMaterials(CrateGraph graph) {
        this.graph = graph;
    }

    /// @return ids of the slots (`FormalParameter`) that [#inputs] filled: parts of an upload, by name
    List<String> slots() {
        return List.copyOf(slotOfRole.values());
    }

    /// @param files as stored, for size and role; an input that is not among them by name and content has neither
    /// @return ids of the files, in the order of `inputs`
    List<String> inputs(List<InputFile> inputs, List<FileRecord> files) {
        List<String> ids = new ArrayList<>();
        for (InputFile input : inputs) {
            var stored = files.stream()
                    .filter(f -> f.name().equals(input.name()) && f.sha256().equals(input.sha256()))
                    .findFirst();
            String wanted = "inputs/" + UriUtils.encodePath(input.name(), UTF_8);
            String id = graph.free(wanted);
            ids.add(graph.add(new CrateEntity(id, "File")
                    .with("name", input.name())
                    .with("alternateName", id.equals(wanted) ? null : input.name())
                    .with("description", "A file of the section, as it was given; not part of this crate")
                    .with("sha256", input.sha256())
                    .with(
                            "contentSize",
                            stored.map(f -> Long.toString(f.bytes())).orElse(null))
                    .link("exampleOfWork", stored.map(f -> slot(f.role())).orElse(null))));
        }
        return ids;
    }

    /// @return ids of the sources and, where some were left out, of the setting that did it
    List<String> reference(Provenance provenance) {
        List<String> ids = new ArrayList<>();
        for (SourceVersion source : provenance.reference()) {
            ids.add(graph.add(new CrateEntity(graph.free("#reference/" + encoded(source.name())), "CreativeWork")
                    .with("name", source.name())
                    .with("version", source.release())
                    .with("sha256", source.sha256())));
        }
        if (provenance.leftOut() != null && !provenance.leftOut().isEmpty()) {
            ids.add(graph.add(new CrateEntity("#reference-without", "PropertyValue")
                    .with("name", "nanocell.reference.without")
                    .with("description", "Sources of markers that the service was told to do without")
                    .with("value", provenance.leftOut())));
        }
        return ids;
    }

    /// @return id of the model
    String model(ModelVersion model) {
        return graph.add(new CrateEntity("#model", "SoftwareApplication")
                .with("name", model.name())
                .with(
                        "description",
                        "The language model that was asked; its version is the digest that its server gave")
                .with("softwareVersion", model.digest()));
    }

    /// @return id of the version of the prompts' wording; empty where it is not known
    Optional<String> wording(ModelVersion model) {
        return Optional.ofNullable(model.promptTemplate())
                .map(version -> graph.add(new CrateEntity("#prompt-template", "PropertyValue")
                        .with("name", "promptTemplate")
                        .with("description", "Version of the wording of the prompts")
                        .with("value", version)));
    }

    private String slot(String role) {
        return slotOfRole.computeIfAbsent(
                role,
                name -> graph.add(new CrateEntity("#file/" + encoded(name), "FormalParameter")
                        .with("name", name)
                        .with("additionalType", "File")));
    }

    private static String encoded(String name) {
        return UriUtils.encode(name, UTF_8);
    }
}
