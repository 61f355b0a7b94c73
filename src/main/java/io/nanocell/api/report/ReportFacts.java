package io.nanocell.api.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of two columns, what it is and what it comes to, and what the parts of a report share.
final class ReportFacts {

    private final Html html;

    private ReportFacts(Html html) {
        this.html = html;
    }

    /// Begins a table; [#end] ends it.
    static ReportFacts begin(Html html, String caption) {
        html.open("div", "class", "wide").open("table", "class", "facts").element("caption", caption);
        return new ReportFacts(html);
    }

    /// @param value null: there is none, and the table says so
    ReportFacts row(String name, @Nullable String value) {
        html.open("tr")
                .element("th", name, "scope", "row")
                .element("td", value == null ? ReportNumbers.NONE : value)
                .close();
        return this;
    }

    ReportFacts digest(String name, @Nullable String sha256) {
        html.open("tr").element("th", name, "scope", "row").open("td");
        if (sha256 == null) {
            html.text(ReportNumbers.NONE);
        } else {
            html.element("code", sha256);
        }
        html.close().close();
        return this;
    }

    void end() {
        html.close().close();
    }

    /// Begins a table with a head; the caller adds rows and closes body, table and frame.
    static Html table(Html html, String kind, String caption, List<String> columns) {
        html.open("div", "class", "wide").open("table", "class", kind).element("caption", caption);
        html.open("thead").open("tr");
        columns.forEach(column -> html.element("th", column, "scope", "col"));
        return html.close().close().open("tbody");
    }
}
