package io.nanocell;

import io.nanocell.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Starts the annotation service, or one of its commands.
@SpringBootApplication
public class AnnotatorApplication {

    /// @param arguments Spring properties; or a command's name and its options
    public static void main(String[] arguments) {
        if (Commands.handles(arguments)) {
            var logging = LoggingSystem.get(AnnotatorApplication.class.getClassLoader());
            logging.setLogLevel("io.jhdf", LogLevel.ERROR); // as in application.yaml, which no command reads
            System.exit(Commands.run(arguments, System.out, System.err));
        }
        SpringApplication.run(AnnotatorApplication.class, arguments);
    }
}
