package io.nanocell.api.report;

import io.nanocell.results.ClusterView;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A finished job on one page that needs nothing else: no script, no font, no picture from elsewhere. It holds
/// no time of its making, so the same job and curations give the same bytes. Memory: the page, some two
/// kilobytes a cluster and the figures.
///
/// @param clusters all of the job's, by number
/// @param parameters of the job
public record Report(
        JobView job, DatasetView dataset, List<ClusterView> clusters, ReportFigures figures, JsonNode parameters) {

    private static final String STYLE = """
            :root { color-scheme: light; }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1rem; max-width: 90rem; background: #fff; color: #1c1c1c;
              font: 1rem/1.45 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
            h1 { margin: 0 0 .5rem; font-size: 1.6rem; }
            h2 { margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1px solid #8a8a8a; font-size: 1.25rem; }
            h3 { margin: .75rem 0 .25rem; font-size: 1rem; }
            table { border-collapse: collapse; margin: .75rem 0; }
            caption { padding: .25rem 0; text-align: left; font-weight: 600; }
            th, td { padding: .3rem .5rem; border: 1px solid #c4c4c4; text-align: left; vertical-align: top; }
            thead th { background: #eee; }
            tbody th { font-weight: 600; }
            ul { margin: 0; padding-left: 1.1rem; }
            code { font: .85em/1.4 ui-monospace, Consolas, Menlo, monospace; overflow-wrap: anywhere; }
            a { color: #0b4f8a; }
            figure { margin: 1rem 0; }
            svg { display: block; }
            .number { text-align: right; white-space: nowrap; }
            .wide { overflow-x: auto; }
            .facts th { width: 16rem; background: #f6f6f6; }
            .facts td { overflow-wrap: anywhere; }
            .clusters { width: 100%; font-size: .8125rem; }
            .clusters a { white-space: nowrap; }
            .clusters .list { min-width: 10rem; }
            .clusters .codes { min-width: 8rem; overflow-wrap: anywhere; }
            .verdict { padding-left: .35rem; border-left: .3rem solid #8a8a8a; white-space: nowrap; }
            .verdict.HIGH { border-color: #1b7837; font-weight: 600; }
            .verdict.MODERATE { border-color: #7fbf7b; }
            .verdict.HETEROGENEOUS { border-color: #9970ab; }
            .caution { padding: .6rem .8rem; border: 2px solid #9a5b00; background: #fff6e5; }
            footer { margin-top: 2rem; border-top: 1px solid #8a8a8a; font-size: .85rem; }
            @media screen and (max-width: 80rem) {
              .cards, .cards caption, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: auto; }
              .clusters .list, .clusters .codes { min-width: 0; }
              .cards thead { display: none; }
              .cards tr { margin: .75rem 0; border: 1px solid #8a8a8a; }
              .cards th, .cards td { position: relative; padding-left: 7.5rem; border: 0; border-bottom: 1px solid #ddd;
                text-align: left; }
              .cards th { background: #eee; }
              .cards [data-title]::before { content: attr(data-title); position: absolute; left: .5rem;
                width: 6.5rem; color: #4a4a4a; font-weight: 400; }
            }
            @media screen and (max-width: 40rem) {
              .facts, .sources { table-layout: fixed; width: 100%; overflow-wrap: anywhere; }
              .facts th { width: 50%; }
            }
            @media print {
              @page { size: landscape; margin: 12mm; }
              :root { font-size: 9pt; }
              body { max-width: none; padding: 0; }
              h2, h3, caption { break-after: avoid; }
              thead { display: table-header-group; }
              tr, li, figure, .caution { break-inside: avoid; }
              .wide { overflow: visible; }
              svg { max-width: 100%; height: auto; }
              .clusters { font-size: .8rem; }
              a { color: inherit; text-decoration: none; }
            }
            """;

    /// @return the document
    public String html() {
        var html = new Html().open("html", "lang", "en");
        head(html);
        html.open("body").open("main");
        title(html);
        new ReportSummary(job, clusters).into(html, dataset.warnings());
        ReportClusters.into(html, clusters);
        figures.into(html);
        new ReportDetails(job, dataset).into(html, parameters);
        html.close();
        html.element("footer", "Annotation job %s. For research use; no diagnosis.".formatted(job.id()));
        return html.close().close().document();
    }

    private void head(Html html) {
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", "Cell types of " + dataset.name())
                .open("style")
                .own(STYLE)
                .close()
                .close();
    }

    private void title(Html html) {
        html.open("header").element("h1", "Cell types of " + dataset.name());
        String tissue = job.parameters().tissue();
        String disease = job.parameters().disease();
        var facts = ReportFacts.begin(html, "The section")
                .row("Dataset", dataset.name())
                .row("Tissue", given(tissue == null ? dataset.tissue() : tissue))
                .row("Species", dataset.species())
                .row("Disease", given(disease == null ? dataset.disease() : disease));
        if (tissue != null && !tissue.equals(dataset.tissue())) {
            facts.row("Tissue as the dataset has it", given(dataset.tissue()));
        }
        if (disease != null && !disease.equals(dataset.disease())) {
            facts.row("Disease as the dataset has it", given(dataset.disease()));
        }
        facts.end();
        html.close();
    }

    private static String given(@Nullable String text) {
        return text == null ? "not given" : text;
    }
}
