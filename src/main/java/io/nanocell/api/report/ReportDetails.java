package io.nanocell.api.report;

import io.nanocell.results.DatasetView;
import io.nanocell.results.JobMetrics;
import io.nanocell.results.JobView;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Provenance;
import io.nanocell.results.StageTiming;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a result came about: quality, metrics, times, parameters and provenance.
record ReportDetails(JobView job, DatasetView dataset) {

    /// @param parameters of the job
    void into(Html html, JsonNode parameters) {
        html.open("section").element("h2", "Quality");
        quality(html);
        metrics(html, job.metrics());
        html.close().open("section").element("h2", "How it was made");
        provenance(html, job.provenance());
        timings(html);
        ReportParameters.into(html, parameters);
        html.close();
    }

    private void quality(Html html) {
        var before = dataset.quality();
        ReportFacts.begin(html, "The section, before any filter")
                .row("Cells", ReportNumbers.whole(dataset.cells()))
                .row("Genes of the panel", ReportNumbers.whole(dataset.genes()))
                .row("Control features", ReportNumbers.whole(dataset.controlFeatures()))
                .row("Transcripts per cell, median", ReportNumbers.decimal(before.medianTranscripts()))
                .row("Genes per cell, median", ReportNumbers.decimal(before.medianGenes()))
                .row("Share of control counts", ReportNumbers.decimal(before.controlRate()))
                .row("Cells without counts", ReportNumbers.whole(before.emptyCells()))
                .end();
        var quality = job.quality();
        if (quality == null) {
            return;
        }
        var facts = ReportFacts.begin(html, "What the job used")
                .row("Cells in", ReportNumbers.whole(quality.cellsIn()))
                .row("Cells kept", ReportNumbers.whole(quality.cellsKept()))
                .row("Genes kept", ReportNumbers.whole(quality.genesKept()))
                .row("Transcripts per kept cell, median", ReportNumbers.decimal(quality.medianTranscripts()));
        quality.filtered()
                .forEach(left -> facts.row("Cells left out: " + left.reason(), ReportNumbers.whole(left.cells())));
        facts.end();
    }

    private static void metrics(Html html, @Nullable JobMetrics metrics) {
        if (metrics == null) {
            return;
        }
        var within = metrics.adjacencyScore();
        ReportFacts.begin(html, "How well the clusters hold together")
                .row("CHAOS: distance to the next cell of the cluster, smaller is smoother", decimal(metrics.chaos()))
                .row("PAS: share of cells among mostly foreign neighbours", decimal(metrics.pas()))
                .row("Moran's I of the genes, mean", decimal(metrics.moranExpression()))
                .row(
                        "Moran's I of the factors",
                        metrics.moranFactors().stream()
                                .map(ReportDetails::decimal)
                                .collect(Collectors.joining(", ")))
                .row("Silhouette, −1 to 1", decimal(metrics.silhouette()))
                .row("Davies–Bouldin index, smaller is better", decimal(metrics.daviesBouldin()))
                .row("Neighbours in the same cluster: contact", decimal(within.contact()))
                .row("Neighbours in the same cluster: radius", decimal(within.radius()))
                .row("Neighbours in the same cluster: both, weighted", decimal(within.hybrid()))
                .row("Variance that the factors explain", decimal(metrics.explainedVariance()))
                .row("Iterations of the factorisation", ReportNumbers.whole(metrics.nmfIterations()))
                .row("Objective of the factorisation", decimal(metrics.objective()))
                .row("Quality of the partition (Leiden)", decimal(metrics.leidenQuality()))
                .end();
    }

    private void provenance(Html html, @Nullable Provenance provenance) {
        var facts = ReportFacts.begin(html, "Origin")
                .row("Job", job.id().toString())
                .row("Dataset", dataset.id().toString())
                .row("Asked for", job.createdAt().toString())
                .row("Started", shown(job.startedAt()))
                .row("Finished", shown(job.finishedAt()))
                .digest("SHA-256 of the result, before curations", job.resultSha256());
        if (provenance == null) {
            facts.row("Provenance", "not recorded").end();
            return;
        }
        facts.row("Version of the service", provenance.version());
        model(facts, provenance.model());
        List<String> leftOut = provenance.leftOut();
        facts.row(
                        "Sources of markers left out",
                        leftOut == null ? "not recorded" : leftOut.isEmpty() ? null : String.join(", ", leftOut))
                .end();
        ReportFacts.table(html, "sources", "Reference data", List.of("Source", "Release", "SHA-256"));
        provenance
                .reference()
                .forEach(source -> html.open("tr")
                        .element("th", source.name(), "scope", "row")
                        .element("td", source.release())
                        .open("td")
                        .element("code", source.sha256())
                        .close()
                        .close());
        html.close().close().close();
        var inputs = ReportFacts.begin(html, "Input files, SHA-256");
        provenance.inputs().forEach(input -> inputs.digest(input.name(), input.sha256()));
        inputs.end();
    }

    private static void model(ReportFacts facts, @Nullable ModelVersion model) {
        if (model == null) {
            facts.row("Language model", "no model");
            return;
        }
        facts.row("Language model", model.name())
                .row("Its digest", model.digest() == null ? "not known" : model.digest())
                .row("Wording of the prompt", model.promptTemplate() == null ? "not recorded" : model.promptTemplate());
    }

    private void timings(Html html) {
        if (job.timings().isEmpty()) {
            return;
        }
        var facts = ReportFacts.begin(html, "Time of each stage, seconds");
        job.timings().forEach(timing -> facts.row(timing.stage().name(), decimal(timing.seconds())));
        facts.row(
                        "Together",
                        decimal(job.timings().stream()
                                .mapToDouble(StageTiming::seconds)
                                .sum()))
                .end();
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String decimal(double number) {
        return ReportNumbers.decimal(number);
    }
}
