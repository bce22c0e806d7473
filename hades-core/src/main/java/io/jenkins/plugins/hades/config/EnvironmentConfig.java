package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.PushRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trusted settings of one environment: an entry of {@code environments} in a project's config.
 *
 * @param target the kind of target: {@code docker}, {@code files}
 * @param branches patterns of the branches that may be deployed to it ({@code *} matches within a part, {@code **} across); the first one
 *     without a star is the environment's own branch
 * @param tags patterns of the tags whose push may deploy it
 * @param pushes which pushes deploy it
 * @param buildServer the name of the server to build on
 * @param deployServer the name of the server to run on
 * @param publish a fixed port of the server for {@code run.port}
 * @param keep how many releases stay ready to be rolled back to: their images are not removed from the servers
 * @param variables public variables of both phases that hold where the environment sets none
 */
public record EnvironmentConfig(
        String target,
        List<String> branches,
        List<String> tags,
        PushSwitch pushes,
        Optional<String> buildServer,
        Optional<String> deployServer,
        OptionalInt publish,
        int keep,
        Map<String, String> variables) {
    /** How many releases are kept where the config does not say. */
    public static final int KEEP = 5;

    public EnvironmentConfig {
        branches = List.copyOf(branches);
        tags = List.copyOf(tags);
        variables = Map.copyOf(variables);
    }

    /** What holds for an environment of which the config says nothing: Docker, any branch. */
    public static EnvironmentConfig ofDefaults() {
        return new EnvironmentConfig(
                "docker",
                List.of(),
                List.of(),
                PushSwitch.NONE,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                KEEP,
                Map.of());
    }

    /** Whether a branch may be deployed to it: one of its patterns fits, or it has none. */
    public boolean admits(String branch) {
        return branches.isEmpty() || fits(branches, branch);
    }

    /** The pushes that deploy it. */
    public PushRule pushRule() {
        return new PushRule(pushes.branches() ? branches : List.of(), pushes.tags() ? tags : List.of());
    }

    /** Whether a push of this reference deploys it. */
    public boolean deploysOnPush(String ref) {
        PushRule rule = pushRule();
        return GitRefs.branch(ref).filter(name -> fits(rule.branches(), name)).isPresent()
                || GitRefs.tag(ref).filter(name -> fits(rule.tags(), name)).isPresent();
    }

    private static boolean fits(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> NamePattern.of(pattern).fits(name));
    }

    /** The branch that is deployed to it when none is asked for: the first of its patterns that is a plain name. */
    public Optional<String> ownBranch() {
        return branches.stream()
                .filter(pattern -> !NamePattern.of(pattern).isWild())
                .findFirst();
    }
}
