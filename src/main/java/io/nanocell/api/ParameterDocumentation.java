package io.nanocell.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.web.method.HandlerMethod;

/// What each path, query and header parameter means, and a value to try. A name means the same in every call,
/// unless the call has an entry of its own (`operationId.name`); `id` is that of a dataset or of a job, by the
/// controller.
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
            Map.entry("plotDotplot.markers", new Entry("Top markers of each cluster, 1 to 10; default 3", 3)),
            Map.entry(
                    "group",
                    new Entry(
                            "What cells are grouped by: `label` of their cluster (default), `cluster`, or `cellLabel`,"
                                    + " the cell's own type",
                            "label")),
            Map.entry(
                    "columns",
                    new Entry(
                            "Further columns, separated by commas. `label`, `cellOntologyId`, `verdict` and `confidence`"
                                    + " are the cluster's; `cellLabel`, `cellLabelOntologyId` and `cellLineage` the"
                                    + " cell's own type, empty where none is clear; `x` and `y` its centroid in µm;"
                                    + " `reason` why a cell is not assessed",
                            "cluster,label,cellOntologyId,verdict,confidence,cellLabel,cellLabelOntologyId,cellLineage")),
            Map.entry("tissue", new Entry("A tissue; an unknown one is 422 and lists what is known", "liver")),
            Map.entry("figure", new Entry("`reliability` or `risk-coverage`", "reliability")),
            Map.entry(
                    "species",
                    new Entry("human (the default), or mouse: its markers are those of the human orthologs", "human")),
            Map.entry("symbol", new Entry("Approved symbol or alias", "CD3E")),
            Map.entry("page", new Entry("Number of the page, from 0 (default)", 0)),
            Map.entry("size", new Entry("Entries per page, 1 to 200; default 20, of clusters 200", 20)),
            Map.entry("sort", new Entry("Property to sort by, optionally with \",asc\" or \",desc\"", "")),
            Map.entry("ablationId", new Entry("Id of the ablation", "5d0c8f31-7b1e-4e0f-8a7e-0c4f3e2d1b06")),
            Map.entry("reannotationId", new Entry("Id of the reannotation", "9a3e6b74-0d52-4c1c-9b0e-6f2b8d7c4e07")),
            Map.entry("wait", new Entry("Seconds to wait for the end, 0 to 600; default 60", 60)),
            Map.entry("Idempotency-Key", new Entry("Your name for this request", "tonsil-block3-run1")),
            Map.entry("Last-Event-ID", new Entry("Id of the last event seen: it goes on from there", "")));

    private static final String COLUMN =
            "(cluster|label|cellOntologyId|verdict|confidence|reason|cellLabel|cellLabelOntologyId|cellLineage|x|y)";

    /// What is refused otherwise.
    private static final Map<String, Consumer<Schema<?>>> LIMITS = Map.ofEntries(
            limit("markers", schema -> schema.pattern("^all$")),
            limit(
                    "plotDotplot.markers",
                    schema -> schema.minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(ClusterPlotsController.MOST_MARKERS))),
            limit("group", schema -> schema.pattern("^(label|cluster|cellLabel)$")),
            limit("species", schema -> schema.pattern("^(human|mouse)$")),
            limit("columns", schema -> schema.pattern("^%s(,%s)*$".formatted(COLUMN, COLUMN))),
            limit("tissue", schema -> schema.minLength(1)),
            limit("Idempotency-Key", schema -> schema.pattern("^[!-~]{1,200}$")),
            limit("wait", schema -> schema.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(600))),
            limit("page", schema -> schema.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(Paging.MAX_PAGE))),
            limit("size", schema -> schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Paging.MAX_SIZE))));

    private static final Map<Class<?>, Set<String>> SORTABLE = Map.of(
            DatasetController.class, DatasetController.SORTABLE,
            AnnotationJobController.class, AnnotationJobController.SORTABLE,
            ClusterController.class, ClusterController.SORTABLE);

    private ParameterDocumentation() {}

    private static Map.Entry<String, Consumer<Schema<?>>> limit(String name, Consumer<Schema<?>> limit) {
        return Map.entry(name, limit);
    }

    static void describe(Operation operation, HandlerMethod method) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            String own = operation.getOperationId() + "." + parameter.getName();
            String name = ENTRIES.containsKey(own) ? own : parameter.getName();
            Entry entry = name.equals("id") ? id(method) : ENTRIES.get(name);
            if (entry == null) {
                throw new IllegalStateException("parameter %s of %s is not documented"
                        .formatted(parameter.getName(), operation.getOperationId()));
            }
            parameter.setDescription(entry.description());
            if (parameter.getName().equals("figure")) {
                parameter.setRequired(false); // of one of two methods: without it the other one answers
            }
            if (parameter.getSchema() != null) {
                parameter.setSchema(ownSchema(parameter.getSchema()));
            }
            limit(parameter, name, method.getBeanType());
            if (!entry.example().equals("")) {
                parameter.setExample(entry.example());
            }
        }
    }

    /// Parameters of one type share their schema, so each gets a copy before it is limited.
    private static Schema<?> ownSchema(Schema<?> shared) {
        Schema<Object> own = new Schema<>();
        own.setFormat(shared.getFormat());
        own.setType(shared.getType());
        if (shared.getTypes() != null) {
            own.setTypes(new LinkedHashSet<>(shared.getTypes()));
            own.getTypes().remove("null"); // it may be left out, it cannot be null
        }
        if (shared.getEnum() != null) {
            shared.getEnum().forEach(own::addEnumItemObject);
        }
        return own;
    }

    private static void limit(Parameter parameter, String name, Class<?> controller) {
        Schema<?> schema = parameter.getSchema();
        var limit = LIMITS.get(name);
        if (schema != null && limit != null) {
            limit.accept(schema);
        } else if (schema != null && parameter.getName().equals("sort") && SORTABLE.containsKey(controller)) {
            var names = String.join("|", new TreeSet<>(SORTABLE.getOrDefault(controller, Set.of())));
            schema.pattern("^(%s)(,(asc|desc))?$".formatted(names));
        }
    }

    private static Entry id(HandlerMethod method) {
        return method.getBeanType() == DatasetController.class ? DATASET_ID : JOB_ID;
    }
}
