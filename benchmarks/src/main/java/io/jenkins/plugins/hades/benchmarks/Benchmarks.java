package io.jenkins.plugins.hades.benchmarks;

import java.util.List;

/** Runs the benchmarks that are named on the command line; all, if none is. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Prints a table for each benchmark. */
    public static void main(String[] names) throws Exception {
        List<String> asked = names.length == 0 ? List.of("deployment", "ship") : List.of(names);
        for (String name : asked) {
            switch (name) {
                case "deployment" -> new DeploymentBenchmark().run();
                case "ship" -> new ShipBenchmark().run();
                default -> throw new IllegalArgumentException("there is no benchmark \"" + name + "\"");
            }
        }
        System.exit(0);
    }
}
