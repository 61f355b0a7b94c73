package io.nanocell.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The commands that the jar runs instead of the service: `java -jar nanocell-annotator.jar COMMAND --option value …`.
public final class Commands {

    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
            "simulate",
            new SimulateCommand(),
            "bench",
            new BenchCommand(),
            "evaluate",
            new EvaluateCommand(),
            "calibrate",
            new CalibrateCommand()));

    private Commands() {}

    /// @return whether the first argument names a command
    public static boolean handles(String[] arguments) {
        return arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
    }

    /// @return the exit code: 0, or 2 where the arguments do not hold
    public static int run(String[] arguments, PrintStream out, PrintStream errors) {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        Command command = COMMANDS.get(arguments[0]);
        if (command == null) {
            errors.println("no such command: " + arguments[0] + "; there are " + COMMANDS.keySet());
            return 2;
        }
        try {
            command.run(Options.parse(rest, command.options()), out);
            return 0;
        } catch (UsageException e) {
            errors.println(e.getMessage());
            errors.println("usage: " + arguments[0] + " " + command.usage());
            return 2;
        }
    }
}
