package io.nanocell.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;

/// What each path, query and header parameter means, and a value to try. A name means the same in every call; `id`
/// is that of a dataset or of a job, by the controller.
final class ParameterDocumentation {

    private record Entry(String description, Object example) {}

    private static final String DATASET = "3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01";
    private static final Entry DATASET_ID = new Entry("Id of the dataset", DATASET);
    private static final Entry JOB_ID = new Entry("Id of the job", "b7f0a6a2-5a0e-4a55-8a3e-2c9d1e4f5a02");

    private static final Map<String, Entry> ENTRIES = Map.ofEntries(
            Map.entry("datasetId", new Entry("Only jobs of this dataset", DATASET)),
            Map.entry("state", new Entry("Only jobs in this state", "SUCCEEDED")),
            Map.entry("number", new Entry("Number of the cluster, 1 = largest", 1)),
            Map.entry("markers", new Entry("`all`: every kept gene instead of the top ones", "all")),
            Map.entry("group", new Entry("What cells are grouped by: `label` (default) or `cluster`", "label")),
            Map.entry(
                    "columns",
                    new Entry(
                            "Further columns, separated by commas", "cluster,label,cellOntologyId,verdict,confidence")),
            Map.entry("tissue", new Entry("A tissue; an unknown one is 422 and lists what is known", "liver")),
            Map.entry("species", new Entry("human or mouse", "human")),
            Map.entry("symbol", new Entry("Approved symbol or alias", "CD3E")),
            Map.entry("page", new Entry("Number of the page, from 0 (default)", 0)),
            Map.entry("size", new Entry("Entries per page, 1 to 200; default 20, of clusters 200", 20)),
            Map.entry("sort", new Entry("Property to sort by, optionally with \",asc\" or \",desc\"", "")),
            Map.entry("ablationId", new Entry("Id of the ablation", "5d0c8f31-7b1e-4e0f-8a7e-0c4f3e2d1b06")),
            Map.entry("wait", new Entry("Seconds to wait for the end, 0 to 600; default 60", 60)),
            Map.entry("Idempotency-Key", new Entry("Your name for this request", "tonsil-block3-run1")),
            Map.entry("Last-Event-ID", new Entry("Id of the last event seen: it goes on from there", "")));

    private ParameterDocumentation() {}

    static void describe(Operation operation, HandlerMethod method) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            Entry entry = parameter.getName().equals("id") ? id(method) : ENTRIES.get(parameter.getName());
            if (entry == null) {
                throw new IllegalStateException("parameter %s of %s is not documented"
                        .formatted(parameter.getName(), operation.getOperationId()));
            }
            parameter.setDescription(entry.description());
            if (parameter.getSchema() != null && parameter.getSchema().getTypes() != null) {
                parameter.getSchema().getTypes().remove("null"); // it may be left out, it cannot be null
            }
            if (!entry.example().equals("")) {
                parameter.setExample(entry.example());
            }
        }
    }

    private static Entry id(HandlerMethod method) {
        return method.getBeanType() == DatasetController.class ? DATASET_ID : JOB_ID;
    }
}
