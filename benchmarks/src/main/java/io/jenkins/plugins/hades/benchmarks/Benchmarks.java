package io.jenkins.plugins.hades.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs the benchmarks that are named on the command line; all, if none is. A number among the names says how many rounds, instead of five. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Prints a table for each benchmark. */
    public static void main(String[] names) throws Exception {
        int rounds = Arrays.stream(names)
                .filter(Benchmarks::number)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(5);
        List<String> asked = Arrays.stream(names).filter(name -> !number(name)).toList();
        if (asked.isEmpty()) {
            asked = List.of("deployment", "service", "ship");
        }
        for (String name : asked) {
            switch (name) {
                case "deployment" -> new DeploymentBenchmark(rounds, false).run();
                case "service" -> new DeploymentBenchmark(rounds, true).run();
                case "ship" -> new ShipBenchmark().run();
                default -> throw new IllegalArgumentException("there is no benchmark \"" + name + "\"");
            }
        }
        System.exit(0);
    }

    private static boolean number(String argument) {
        return argument.matches("[1-9][0-9]?");
    }
}
