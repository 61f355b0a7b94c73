package io.nanocell.results;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/// Starts the embedded server on a thread of its own, while the rest of the service comes up: a first start unpacks
/// binaries and makes a database cluster, which takes seconds.
///
/// It begins when this is made, and that is before our other beans because it is a post-processor of their factory; it
/// changes none of them. The bean [EmbeddedPostgres] waits for the end, and a failure stops the start there.
final class PostgresAhead implements BeanFactoryPostProcessor, AutoCloseable {

    private final FutureTask<EmbeddedPostgres> starting;

    PostgresAhead(Callable<EmbeddedPostgres> start) {
        starting = new FutureTask<>(start);
        Thread.ofPlatform().name("postgres-start").start(starting);
    }

    /// Waits for the server.
    ///
    /// @throws IOException what the start threw, or that the wait was interrupted
    EmbeddedPostgres get() throws IOException {
        try {
            return starting.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the embedded PostgreSQL was starting");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException own -> throw own;
                case RuntimeException own -> throw own;
                case Error own -> throw own;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // nothing: see above
    }

    /// Stops a server that nobody asked for because the service failed to start for another reason; does nothing to one
    /// that is closed already.
    @Override
    public void close() throws IOException {
        boolean interrupted = false;
        while (!starting.isDone()) {
            try {
                Thread.sleep(20); // a server that is half started has to be waited for: it would outlive this process
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (starting.state() == Future.State.SUCCESS) {
            starting.resultNow().close();
        }
    }
}
