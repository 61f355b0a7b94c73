package io.nanocell.api.report;

import io.nanocell.results.ClusterView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobView;
import io.nanocell.results.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a job found in a few lines, how far it can be trusted, and what it warns of.
///
/// @param clusters all of the job's
public record ReportSummary(JobView job, List<ClusterView> clusters) {

    /// The threshold of HIGH at which the share of right calls was counted.
    static final double MEASURED_HIGH = 0.8;

    /// Of the calibration cases, as the README tells it under "What the confidence means".
    public static final String RIGHT_OF_HIGH = "91 to 94 %";

    /// @param ofDataset warnings that came with the files
    void into(Html html, List<Notice> ofDataset) {
        html.open("section").element("h2", "Summary");
        html.element("p", cells());
        counts(html);
        curated(html);
        caution(html);
        html.close();
        html.open("section").element("h2", "Warnings");
        notices(html, "Of this job", job.warnings());
        if (!ofDataset.isEmpty()) {
            notices(html, "Of the dataset", ofDataset);
        }
        html.close();
    }

    private String cells() {
        String domains = ReportNumbers.counted(clusters.size(), "cluster");
        var quality = job.quality();
        String found = quality == null
                ? "The job found %s.".formatted(domains)
                : "Of %s %s were kept; they fall into %s."
                        .formatted(
                                ReportNumbers.counted(quality.cellsIn(), "cell"),
                                ReportNumbers.whole(quality.cellsKept()),
                                domains);
        return found + " A cluster is not a cell type, it may hold several: its label names what dominates it.";
    }

    private void counts(Html html) {
        ReportFacts.table(html, "cards", "Clusters by verdict", List.of("Verdict", "Clusters", "Cells", "Meaning"));
        for (ReportVerdict verdict : ReportVerdict.values()) {
            var of = clusters.stream()
                    .filter(c -> ReportVerdict.of(c.verdict()) == verdict)
                    .toList();
            long cells = of.stream().mapToLong(ClusterView::cells).sum();
            html.open("tr").open("th", "scope", "row", "data-title", "Verdict");
            verdict.into(html);
            html.close();
            number(html, "Clusters", of.size());
            number(html, "Cells", cells);
            html.element("td", meaning(verdict), "data-title", "Meaning").close();
        }
        html.close().close().close();
    }

    private static void number(Html html, String title, long number) {
        html.element("td", ReportNumbers.whole(number), "data-title", title, "class", "number");
    }

    private String meaning(ReportVerdict verdict) {
        var thresholds = job.parameters().confidence();
        return switch (verdict) {
            case HIGH -> "Carries a name; " + atLeast(high());
            case MODERATE ->
                "Carries a name, less sure; %s. Look at markers and runners-up"
                        .formatted(atLeast(thresholds == null ? null : thresholds.moderate()));
            case UNRESOLVED -> "Nothing fits well enough; what was tentative stands among the runners-up";
            case HETEROGENEOUS -> "Cells of two lineages or more, each on markers of its own";
            case NOT_ASSESSED -> "Too few cells";
        };
    }

    private static String atLeast(@Nullable Double threshold) {
        return threshold == null ? "its threshold is not recorded" : "confidence at least " + threshold;
    }

    private @Nullable Double high() {
        JobParameters.Confidence thresholds = job.parameters().confidence();
        return thresholds == null ? null : thresholds.high();
    }

    private void curated(Html html) {
        long curated =
                clusters.stream().filter(c -> c.decidedBy().equals("CURATOR")).count();
        if (curated > 0) {
            html.element(
                    "p",
                    ReportNumbers.counted(curated, "cluster")
                            + (curated == 1 ? " carries" : " carry")
                            + " a label that a curator gave (decided by CURATOR). Verdict and confidence beside it are"
                            + " those of the service's own answer and say nothing of the curator's label.");
        }
    }

    private void caution(Html html) {
        html.open("p", "class", "caution", "role", "note")
                .element("strong", "For research use. This is no diagnosis.")
                .text(
                        " HIGH does not mean certain: about nine in ten are right. Of the calibration cases with a confidence of"
                                + " 0.80 or above, " + RIGHT_OF_HIGH
                                + " were right; the threshold was chosen on these same cases,"
                                + " clusters and marker lists of healthy human tissues that experts have named. A diseased tissue or"
                                + " another species is not like them.");
        Double high = high();
        if (high == null || high != MEASURED_HIGH) {
            html.text(
                    high == null
                            ? " Whether this job called HIGH from 0.80 on is not recorded."
                            : " This job called HIGH from %s on: these figures do not hold for it.".formatted(high));
        }
        html.close();
    }

    private static void notices(Html html, String title, List<Notice> notices) {
        html.element("h3", title);
        if (notices.isEmpty()) {
            html.element("p", "None.");
            return;
        }
        html.open("ul");
        notices.forEach(notice -> html.open("li")
                .element("code", notice.code())
                .text(" " + notice.message())
                .close());
        html.close();
    }
}
