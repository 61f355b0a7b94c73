package io.nanocell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the annotation service.
@SpringBootApplication
public class AnnotatorApplication {

    /// @param arguments Spring properties
    public static void main(String[] arguments) {
        SpringApplication.run(AnnotatorApplication.class, arguments);
    }
}
