package io.nanocell.pipeline.queue;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import io.nanocell.results.StoreConfigurationForTests;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The store and the queue, with a runner that does what a test says. No `@Configuration`, so that no other scan
/// finds
/// it.
@ComponentScan
@Import({StoreConfigurationForTests.class, ScriptedRunner.class})
@ImportAutoConfiguration(DbSchedulerAutoConfiguration.class)
public class QueueForTests {}
