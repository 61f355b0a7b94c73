package io.nanocell.pipeline.queue;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/// A process of its own that works on one job for ever. Writes the job's id to the file `running` in the data
/// directory once the work has started.
final class ServiceToKill {

    private ServiceToKill() {}

    /// @param arguments the data directory, then properties of the service
    static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        var service = start(Arrays.copyOfRange(arguments, 1, arguments.length));
        submit(service, job -> {
            try {
                Files.writeString(data.resolve("running.part"), job.toString());
                Files.move(data.resolve("running.part"), data.resolve("running"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            service.getBean(ScriptedRunner.class).workForEver(job);
        });
    }

    static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(QueueForTests.class)
                .web(WebApplicationType.NONE)
                .run(properties);
    }

    static UUID submit(ConfigurableApplicationContext service, Consumer<UUID> script) {
        var jobs = service.getBean(AnnotationJobs.class);
        var job = Samples.newJob(jobs, Samples.newDataset(service.getBean(Datasets.class), 3));
        service.getBean(ScriptedRunner.class).scripts.put(job, script);
        service.getBean(TransactionOperations.class)
                .executeWithoutResult(_ -> service.getBean(JobQueue.class).enqueue(job));
        return job;
    }
}
