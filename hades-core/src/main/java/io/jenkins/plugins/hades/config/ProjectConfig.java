package io.jenkins.plugins.hades.config;

import java.util.List;
import java.util.Map;

/**
 * A project's config, as {@code hades.yml} or a {@code captain-definition} describes it.
 *
 * @param source which part of the repository the project is
 * @param build how its artifact is made
 * @param run how it runs
 * @param health how it is checked
 * @param variables the variables that it declares
 * @param environments its environments by name; trusted settings, so they count only from a trusted place
 */
public record ProjectConfig(
        SourceConfig source,
        BuildConfig build,
        RunConfig run,
        HealthConfig health,
        List<DeclaredVariable> variables,
        Map<String, EnvironmentConfig> environments) {
    public ProjectConfig {
        variables = List.copyOf(variables);
        environments = Map.copyOf(environments);
    }

    /** What holds for a project without any config. */
    public static ProjectConfig ofDefaults() {
        RunConfig run = RunConfig.ofDefaults();
        return new ProjectConfig(
                new SourceConfig("", false),
                BuildConfig.ofDefaults(),
                run,
                HealthConfig.ofDefaults(run),
                List.of(),
                Map.of());
    }
}
