package io.jenkins.plugins.hades.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the names that somebody probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The one of these names that is most like this one, if any is like it. */
    public static Optional<String> of(String name, Collection<String> names) {
        return several(name, names, 1).stream().findFirst();
    }

    /** At most so many of these names that are like this one, the most alike first. */
    public static List<String> several(String name, Collection<String> names, int most) {
        String wanted = folded(name);
        int allowed = Math.max(1, Math.min(4, wanted.length() / 3));
        return names.stream()
                .map(candidate -> new Candidate(candidate, distance(wanted, folded(candidate))))
                .filter(candidate -> candidate.distance <= allowed)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(most)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    private static String folded(String name) {
        String lower =
                name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
        return lower.length() > 100 ? lower.substring(0, 100) : lower;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
