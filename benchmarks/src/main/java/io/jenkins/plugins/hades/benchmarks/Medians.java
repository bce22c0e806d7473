package io.jenkins.plugins.hades.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times two ways of doing the same in turn, and prints both medians and their ratio. */
final class Medians {
    private final String what;
    private final int rounds;
    private final List<Double> hades = new ArrayList<>();
    private final List<Double> peer = new ArrayList<>();

    /**
     * @param what is compared, for people
     * @param rounds how often each is done
     */
    Medians(String what, int rounds) {
        this.what = what;
        this.rounds = rounds;
    }

    /** Something that is done once a round. */
    @FunctionalInterface
    interface Round {
        void run(int round) throws Exception;
    }

    /** Runs all rounds: preparation, Hades, preparation, the peer. */
    void compare(Round prepare, Round hadesWay, Round peerWay) throws Exception {
        for (int round = 0; round < rounds; round++) {
            prepare.run(2 * round);
            hades.add(seconds(hadesWay, round));
            prepare.run(2 * round + 1);
            peer.add(seconds(peerWay, round));
        }
    }

    private static double seconds(Round work, int round) throws Exception {
        long begin = System.nanoTime();
        work.run(round);
        return (System.nanoTime() - begin) / 1e9;
    }

    double peerMedian() {
        return median(peer);
    }

    /** Prints a line; the ratio to {@code base} seconds of the peer. */
    void print(double base) {
        System.out.printf(
                Locale.ROOT,
                "%-16s  hades %6.2f s   script %6.2f s   ratio %.2f   to the script's cold time %.2f%n",
                what,
                median(hades),
                median(peer),
                median(hades) / median(peer),
                median(hades) / base);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
