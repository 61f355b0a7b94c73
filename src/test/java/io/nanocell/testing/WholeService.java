package io.nanocell.testing;

import io.nanocell.AnnotatorApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole service as a user starts it: its PostgreSQL, real port, no mock but a stand-in for Ollama.
/// All such tests share one application context; see [ServiceFolders] for what it is started with.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = AnnotatorApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceFolders.class)
public @interface WholeService {}
