package io.nanocell.pipeline;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterView;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobLink;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.nanocell.results.Notice;
import io.nanocell.simulation.SimulatedSection;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/// The demo: makes a synthetic section, sends it down the street as an upload, prints what comes out.
@Component
@Profile("demo")
class DemoRun {

    private static final int CELLS = 20_000;
    private static final int GENES = 380;
    private static final long POLL_NANOS = 200_000_000L;
    private static final String ROW = "%-8s %6s  %-42s %-11s %-13s %10s  %-8s  %s";

    private final Knowledge knowledge;
    private final Submissions submissions;
    private final AnnotationJobs jobs;
    private final DemoFolder folder;
    private final long seed;

    DemoRun(
            Knowledge knowledge,
            Submissions submissions,
            AnnotationJobs jobs,
            DemoFolder folder,
            @Value("${nanocell.demo.seed:1}") long seed) {
        this.knowledge = knowledge;
        this.submissions = submissions;
        this.jobs = jobs;
        this.folder = folder;
        this.seed = seed;
    }

    /// Runs on a thread of its own: the service answers meanwhile.
    @EventListener
    void start(ApplicationReadyEvent event) {
        String address =
                event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? "http://127.0.0.1:" + web.getWebServer().getPort()
                        : "http://127.0.0.1:8080";
        Thread.ofPlatform().name("demo").daemon().start(() -> run(address));
    }

    private void run(String address) {
        say("Demo: a SYNTHETIC section of %,d cells × %d genes (seed %d)".formatted(CELLS, GENES, seed));
        var simulations = new Simulations(knowledge);
        SimulatedSection section = simulations.section(CELLS, GENES, seed);
        folder.keep(simulations, section);
        DatasetView dataset = submissions.upload(
                folder.copyTo(submissions.spoolFolder()).entrySet().stream()
                        .map(part -> new UploadedFile(
                                part.getKey(), String.valueOf(part.getValue().getFileName()), part.getValue()))
                        .toList(),
                new DatasetRequest(
                        "Demo (synthetic, seed " + seed + ")",
                        section.design().tissue(),
                        "human",
                        null,
                        true,
                        JobParameters.NONE));
        JobLink queued = dataset.annotationJob();
        if (queued == null) {
            say("The section cannot be annotated: " + dataset.warnings());
            return;
        }
        JobView job = waitFor(queued.id());
        print(job);
        String results = address + "/api/v1/annotation-jobs/" + job.id();
        say("Swagger UI   " + address + "/swagger-ui.html");
        say("Job          " + results);
        say("Clusters     " + results + "/clusters");
        say("One cluster  " + results + "/clusters/1");
        say("Cells (CSV)  " + results + "/cells");
        say("Report       " + results + "/report");
        say("The service keeps running; end it with Ctrl-C.");
    }

    private JobView waitFor(UUID id) {
        String last = "";
        JobView job = jobs.get(id);
        while (!job.state().isFinal()) {
            String now = "%s %s".formatted(job.state(), job.stage() == null ? "" : job.stage());
            if (!now.equals(last)) {
                say("%3.0f %%  %s".formatted(100 * job.progress(), now));
                last = now;
            }
            LockSupport.parkNanos(POLL_NANOS);
            job = jobs.get(id);
        }
        return job;
    }

    private void print(JobView job) {
        if (job.state() != JobState.SUCCEEDED) {
            say("The job ended " + job.state() + ": " + job.failure());
            return;
        }
        say("");
        say(ROW.formatted(
                "cluster", "cells", "label", "Cell Ontology", "verdict", "confidence", "decided", "top markers"));
        for (ClusterView c : jobs.clusters(job.id(), PageRequest.of(0, 200, Sort.by("number")))) {
            say(row(c));
        }
        say("");
        for (Notice warning : job.warnings()) {
            say(warning.code() + ": " + warning.message());
        }
    }

    private static String row(ClusterView c) {
        return ROW.formatted(
                c.number(),
                c.cells(),
                orDash(c.label()),
                orDash(c.cellOntologyId()),
                c.verdict(),
                c.confidence() == null ? "-" : String.format(Locale.ROOT, "%.2f", c.confidence()),
                c.decidedBy(),
                String.join(
                        " ",
                        c.topMarkers().subList(0, Math.min(6, c.topMarkers().size()))));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static void say(String line) {
        IO.println(line);
    }
}
