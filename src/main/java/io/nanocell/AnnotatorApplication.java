package io.nanocell;

import io.nanocell.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the annotation service, or one of its commands.
@SpringBootApplication
public class AnnotatorApplication {

    /// @param arguments Spring properties; or a command's name and its options
    public static void main(String[] arguments) {
        if (Commands.handles(arguments)) {
            System.exit(Commands.run(arguments, System.out, System.err));
        }
        SpringApplication.run(AnnotatorApplication.class, arguments);
    }
}
