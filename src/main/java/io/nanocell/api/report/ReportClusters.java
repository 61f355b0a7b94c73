package io.nanocell.api.report;

import io.nanocell.results.ClusterView;
import io.nanocell.results.RunnerUp;
import io.nanocell.results.TypeShare;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The clusters as a table, a row each, and what the reasons in it mean. On a narrow screen each row stands by
/// itself, every cell under the title that it carries with it.
final class ReportClusters {

    private static final Pattern CELL_ONTOLOGY_ID = Pattern.compile("CL:[0-9]{7}");
    private static final List<String> COLUMNS = List.of(
            "No.",
            "Name",
            "Cells",
            "Label",
            "Verdict",
            "Confidence",
            "Decided by",
            "Reasons",
            "Top markers",
            "Runners-up",
            "Composition");

    private final Html html;

    private ReportClusters(Html html) {
        this.html = html;
    }

    static void into(Html html, List<ClusterView> clusters) {
        html.open("section").element("h2", "Clusters");
        html.element(
                "p",
                "Confidence is the probability that the label shown is right, 0 to 1, rounded down; where there is no"
                        + " label, that of what was tentative. Beside a runner-up stands its own. Composition: the types"
                        + " of the cluster's cells and their shares.");
        ReportFacts.table(html, "cards clusters", ReportNumbers.counted(clusters.size(), "cluster"), COLUMNS);
        var rows = new ReportClusters(html);
        clusters.forEach(rows::row);
        html.close().close().close();
        reasons(html, clusters);
        html.close();
    }

    private void row(ClusterView cluster) {
        var columns = COLUMNS.iterator();
        html.open("tr").element("th", Integer.toString(cluster.number()), "scope", "row", "data-title", columns.next());
        cell(columns.next()).text(cluster.name()).close();
        cell(columns.next(), "number")
                .text(ReportNumbers.whole(cluster.cells()))
                .close();
        cell(columns.next());
        label(cluster);
        html.close();
        cell(columns.next());
        ReportVerdict.of(cluster.verdict()).into(html);
        html.close();
        cell(columns.next(), "number")
                .text(ReportNumbers.confidence(cluster.confidence()))
                .close();
        cell(columns.next()).text(cluster.decidedBy()).close();
        cell(columns.next(), "codes").text(listed(cluster.reasons())).close();
        cell(columns.next(), "codes").text(listed(cluster.topMarkers())).close();
        cell(columns.next(), "list");
        runnersUp(cluster.runnerUps());
        html.close();
        cell(columns.next(), "list");
        composition(cluster.composition());
        html.close().close();
    }

    private Html cell(String title) {
        return html.open("td", "data-title", title);
    }

    private Html cell(String title, String kind) {
        return html.open("td", "data-title", title, "class", kind);
    }

    private void label(ClusterView cluster) {
        if (cluster.label() == null) {
            html.text("no label");
        } else {
            html.element("strong", cluster.label());
        }
        term(cluster.cellOntologyId());
    }

    private void runnersUp(List<RunnerUp> runnersUp) {
        if (runnersUp.isEmpty()) {
            html.text(ReportNumbers.NONE);
            return;
        }
        html.open("ul");
        for (RunnerUp runnerUp : runnersUp) {
            html.open("li").text(runnerUp.label());
            term(runnerUp.cellOntologyId());
            html.text(" " + ReportNumbers.confidence(runnerUp.confidence())).close();
        }
        html.close();
    }

    private void composition(List<TypeShare> types) {
        if (types.isEmpty()) {
            html.text(ReportNumbers.NONE);
            return;
        }
        html.open("ul");
        for (TypeShare type : types) {
            html.open("li").text(type.label());
            term(type.cellOntologyId());
            html.text(" %s (%s)"
                            .formatted(
                                    ReportNumbers.percent(type.share()), ReportNumbers.counted(type.cells(), "cell")))
                    .close();
        }
        html.close();
    }

    /// A link, if it is an id of the Cell Ontology; what a caller has made up stays text.
    private void term(@Nullable String id) {
        if (id == null) {
            return;
        }
        html.text(" ");
        if (CELL_ONTOLOGY_ID.matcher(id).matches()) {
            html.element("a", id, "href", "http://purl.obolibrary.org/obo/" + id.replace(':', '_'));
        } else {
            html.text(id);
        }
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? ReportNumbers.NONE : String.join(", ", texts);
    }

    private static void reasons(Html html, List<ClusterView> clusters) {
        var codes = new TreeSet<String>();
        clusters.forEach(cluster -> codes.addAll(cluster.reasons()));
        if (codes.isEmpty()) {
            return;
        }
        var facts = ReportFacts.begin(html, "What the reasons mean");
        codes.forEach(code -> {
            String words = ReportReasons.words(code);
            facts.row(code, words == null ? "see the service's documentation" : words);
        });
        facts.end();
    }
}
