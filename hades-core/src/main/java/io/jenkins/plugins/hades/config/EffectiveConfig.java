package io.jenkins.plugins.hades.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What counts for one deployment. Trusted settings (the environment with its branches, servers and target; published ports, folders
 * of the server, the network, privileges) come from the trusted config, which is that of the default branch or one that was entered
 * in Hades; the details of source, build, run, health and variables come from the revision that is deployed.
 *
 * @param source which part of the repository the project is
 * @param build how its artifact is made
 * @param run how it runs
 * @param health how it is checked
 * @param variables the variables that the revision declares; one that the trusted config calls a secret is one
 * @param environment the environment's trusted settings
 * @param notes what the revision asked for and did not get, each a sentence
 */
public record EffectiveConfig(
        SourceConfig source,
        BuildConfig build,
        RunConfig run,
        HealthConfig health,
        List<DeclaredVariable> variables,
        EnvironmentConfig environment,
        List<String> notes) {
    public EffectiveConfig {
        variables = List.copyOf(variables);
        notes = List.copyOf(notes);
    }

    /**
     * What counts when this revision is deployed to this environment.
     *
     * @param trusted the config whose trusted settings count
     * @param revision the config of the revision; the same as {@code trusted} where that is deployed
     * @param environmentName the environment; one that the trusted config does not name has the defaults
     */
    public static EffectiveConfig of(ProjectConfig trusted, ProjectConfig revision, String environmentName) {
        EnvironmentConfig environment =
                trusted.environments().getOrDefault(environmentName, EnvironmentConfig.ofDefaults());
        List<String> notes = new ArrayList<>();
        if (!revision.environments().getOrDefault(environmentName, environment).equals(environment)) {
            notes.add("environments." + environmentName
                    + " differs in this revision; the one of the trusted config counts.");
        }
        RunConfig run = TrustedRun.of(trusted.run(), revision.run(), environment.publish(), notes);
        return new EffectiveConfig(
                revision.source(),
                revision.build(),
                run,
                revision.health(),
                variables(trusted, revision, notes),
                environment,
                notes);
    }

    /** Whether a branch may be deployed to the environment. */
    public boolean admits(String branch) {
        return environment.admits(branch);
    }

    private static List<DeclaredVariable> variables(ProjectConfig trusted, ProjectConfig revision, List<String> notes) {
        Set<String> secrets = trusted.variables().stream()
                .filter(DeclaredVariable::secret)
                .map(DeclaredVariable::name)
                .collect(Collectors.toSet());
        List<DeclaredVariable> variables = new ArrayList<>();
        for (DeclaredVariable variable : revision.variables()) {
            if (secrets.contains(variable.name()) && !variable.secret()) {
                notes.add("variables." + variable.name()
                        + " is no secret in this revision; it stays one, as the trusted config says.");
                variables.add(variable.asSecret());
            } else {
                variables.add(variable);
            }
        }
        return variables;
    }
}
