package io.nanocell.api.crate;

import io.nanocell.results.DatasetView;
import io.nanocell.results.FileRecord;
import io.nanocell.results.JobView;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A finished job as a [Process Run Crate 0.5](https://w3id.org/ro/wfrun/process/0.5): what was run, on what,
/// with which parameters, and what came out. It holds what is stored of the job and nothing else: no agent, as
/// none is known, and no licence of the results but the word that none is stated. The Workflow Run Crate is not
/// claimed: it asks for a workflow file, and the method is code of the service.
///
/// The results `cells` and `clusters` are references relative to the crate: below the job's address they are the
/// calls of these names. Input files are `inputs/<name>`; the crate describes them and does not carry them.
public final class RunCrate {

    private static final List<String> CONTEXT =
            List.of("https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context");
    private static final String RO_CRATE = "https://w3id.org/ro/crate/1.1";
    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final String LICENCE = "https://spdx.org/licenses/GPL-3.0-or-later";
    private static final String TERMS = "#terms";
    private static final String ROOT = "./";
    private static final String NANOCELL = "#nanocell";
    private static final String CELLS = "cells";
    private static final String CLUSTERS = "clusters";

    private final JobView job;
    private final DatasetView dataset;
    private final CrateGraph graph = new CrateGraph();
    private final List<String> outputs = new ArrayList<>();

    private RunCrate(JobView job, DatasetView dataset) {
        this.job = job;
        this.dataset = dataset;
    }

    /// @param job SUCCEEDED
    /// @param dataset the job's
    /// @param files the dataset's
    /// @param parameters the job's, as an object of JSON
    public static RoCrate of(JobView job, DatasetView dataset, List<FileRecord> files, JsonNode parameters) {
        return new RunCrate(job, dataset).build(files, parameters);
    }

    private RoCrate build(List<FileRecord> files, JsonNode given) {
        Provenance provenance = job.provenance();
        var materials = new RunMaterials(graph);
        List<String> inputs = provenance == null ? List.of() : materials.inputs(provenance.inputs(), files);
        var parameters = new CrateParameters(graph);
        parameters.add("species", JsonNodeFactory.instance.stringNode(dataset.species()));
        parameters.addAll("", given);
        List<String> used = new ArrayList<>(inputs);
        used.addAll(parameters.values());
        if (provenance != null) {
            used.addAll(materials.reference(provenance));
        }
        ModelVersion model = provenance == null ? null : provenance.model();
        if (model != null) {
            materials.wording(model).ifPresent(used::add);
        }
        List<String> results = results();
        software(
                provenance == null ? null : provenance.version(),
                model == null ? null : materials.model(model),
                Stream.concat(materials.slots().stream(), parameters.slots().stream())
                        .toList());
        String action = action(used, results);
        var root =
                root(Stream.concat(inputs.stream(), Stream.of(CELLS, CLUSTERS)).toList(), action, warnings());
        terms();
        profiles();
        return new RoCrate(
                CONTEXT,
                Stream.concat(Stream.of(descriptor().members(), root.members()), graph.members().stream())
                        .toList());
    }

    private static CrateEntity descriptor() {
        return new CrateEntity("ro-crate-metadata.json", "CreativeWork")
                .link("conformsTo", RO_CRATE)
                .link("about", ROOT);
    }

    private CrateEntity root(List<String> parts, String action, List<String> warnings) {
        return new CrateEntity(ROOT, "Dataset")
                .link("conformsTo", PROFILE)
                .with("name", "Cell types of " + dataset.name())
                .with("description", "Annotation job %s of dataset %s".formatted(job.id(), job.datasetId()))
                .with("datePublished", text(job.finishedAt()))
                .link("license", TERMS)
                .link("mainEntity", NANOCELL)
                .links("hasPart", parts)
                .links("mentions", List.of(action))
                .links("comment", warnings);
    }

    private void software(@Nullable String version, @Nullable String model, List<String> inputs) {
        graph.add(new CrateEntity(NANOCELL, "SoftwareApplication")
                .with("name", "NanoCell")
                .with("description", "Names cell types in 10x Xenium sections, and says how sure that is")
                .with("softwareVersion", version)
                .link("license", LICENCE)
                .link("softwareRequirements", model)
                .links("input", inputs)
                .links("output", outputs));
        graph.add(new CrateEntity(LICENCE, "CreativeWork")
                .with("name", "GNU General Public License v3.0 or later")
                .with("identifier", "GPL-3.0-or-later"));
    }

    private String action(List<String> used, List<String> results) {
        return graph.add(new CrateEntity("urn:uuid:" + job.id(), "CreateAction")
                .with("name", "Annotation job " + job.id())
                .with("description", stages())
                .with("startTime", text(job.startedAt()))
                .with("endTime", text(job.finishedAt()))
                .with("actionStatus", "http://schema.org/CompletedActionStatus")
                .link("instrument", NANOCELL)
                .links("object", used)
                .links("result", results));
    }

    /// For people: the profile wants no structure here, and steps belong to a workflow file.
    private @Nullable String stages() {
        return job.timings().isEmpty()
                ? null
                : job.timings().stream()
                        .map(t -> "%s %s s".formatted(t.stage(), t.seconds()))
                        .collect(Collectors.joining(", ", "Stages: ", ""));
    }

    private List<String> results() {
        List<String> results = new ArrayList<>(List.of(
                file(CELLS, "Every cell with its group", "text/csv"),
                file(CLUSTERS, "Every cluster with label, verdict and confidence", "application/json")));
        if (job.resultSha256() != null) {
            String name = "resultSha256"; // of no file, so no file may carry it as its checksum
            results.add(graph.add(new CrateEntity("#" + name, "PropertyValue")
                    .with("name", name)
                    .with("description", "SHA-256 of all that the job computed, in a canonical form; of no single file")
                    .with("value", job.resultSha256())
                    .link("exampleOfWork", output(name, "Text"))));
        }
        return results;
    }

    private String file(String name, String description, String mediaType) {
        return graph.add(new CrateEntity(name, "File")
                .with("name", name)
                .with("description", description + "; what curators said later included")
                .with("encodingFormat", mediaType)
                .link("exampleOfWork", output(name, "File")));
    }

    private String output(String name, String type) {
        String id = graph.add(new CrateEntity("#output/" + name, "FormalParameter")
                .with("name", name)
                .with("additionalType", type));
        outputs.add(id);
        return id;
    }

    private List<String> warnings() {
        List<String> ids = new ArrayList<>();
        for (Notice warning : job.warnings()) {
            ids.add(graph.add(new CrateEntity("#warning/" + (ids.size() + 1), "Comment")
                    .with("name", warning.code())
                    .with("text", warning.message())));
        }
        return ids;
    }

    /// RO-Crate demands a licence of every crate; the honest answer is that none is given.
    private void terms() {
        graph.add(new CrateEntity(TERMS, "CreativeWork")
                .with("name", "No licence is stated")
                .with(
                        "description",
                        "NanoCell knows no licence of the section and gives none for the results. The reference sources"
                                + " have terms of their own."));
    }

    private void profiles() {
        graph.add(new CrateEntity(PROFILE, "CreativeWork")
                .with("name", "Process Run Crate")
                .with("version", "0.5"));
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
