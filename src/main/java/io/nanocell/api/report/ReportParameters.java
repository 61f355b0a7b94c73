package io.nanocell.api.report;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// All parameters of a job under the names by which they are set: `hsnmf.rank`,
/// `labelSpace.markerSets.1.genes`. They are taken from the JSON that the service answers, so none can be
/// forgotten.
final class ReportParameters {

    private final ReportFacts facts;

    private ReportParameters(ReportFacts facts) {
        this.facts = facts;
    }

    /// @param parameters an object
    static void into(Html html, JsonNode parameters) {
        var facts = ReportFacts.begin(html, "Parameters, defaults filled in");
        new ReportParameters(facts).add("", parameters);
        facts.end();
    }

    private void add(String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(within(name, member.getKey()), member.getValue()));
        } else if (value.valueStream().anyMatch(JsonNode::isContainer)) {
            for (int i = 0; i < value.size(); i++) {
                add(within(name, Integer.toString(i + 1)), value.get(i));
            }
        } else if (value.isArray() && !value.isEmpty()) {
            facts.row(name, value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        } else {
            facts.row(name, value.isNull() || value.isArray() ? null : value.asString());
        }
    }

    private static String within(String name, String member) {
        return name.isEmpty() ? member : name + '.' + member;
    }
}
