package io.nanocell.cli;

import java.io.PrintStream;
import java.util.Set;

/// One command of the jar.
interface Command {

    /// @return names of the options it takes, without the dashes
    Set<String> options();

    /// @return its options, for people
    String usage();

    /// @throws UsageException if the options do not hold
    void run(Options options, PrintStream out);
}
