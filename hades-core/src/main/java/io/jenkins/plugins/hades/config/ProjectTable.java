package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of {@code hades.yml}. */
final class ProjectTable extends ObjectForm<ProjectConfig> {
    private final Key<SourceConfig> source =
            key("source", new SourceTable(), "{}", "Which part of the repository the project is.");
    private final Key<BuildConfig> build = key("build", new BuildTable(), "{}", "How the artifact is made.");
    private final Key<RunConfig> run = key("run", new RunTable(), "{}", "How the artifact runs.");
    private final Key<Optional<HealthConfig>> health = optional(
            "health",
            new HealthTable(),
            "How it is found out that a release serves. Without it: that a connection to run.port is accepted, or, where there is no port, that it still runs after 5 seconds.");
    private final Key<List<DeclaredVariable>> variables = key(
            "variables",
            VariableTable.all(),
            "[]",
            "The variables that the project knows: a list of names, each of which must then have a value at run time, or a map from names to values or settings.");
    private final Key<Map<String, EnvironmentConfig>> environments = trusted(key(
            "environments",
            Forms.map(Names.ENVIRONMENTS, new EnvironmentTable()),
            "{}",
            "The project's environments by name, and what is deployed where."));

    ProjectTable() {
        super("a project's config");
    }

    @Override
    protected ProjectConfig make(Values values) {
        RunConfig how = values.get(run);
        Optional<HealthConfig> check = values.get(health);
        if (how.port().isEmpty() && check.filter(ProjectTable::needsPort).isPresent()) {
            values.wrong(health, "there is no port to ask", "run.port, or a port of the check's own");
        }
        return new ProjectConfig(
                values.get(source),
                values.get(build),
                how,
                check.orElseGet(() -> HealthConfig.ofDefaults(how)),
                values.get(variables),
                values.get(environments));
    }

    private static boolean needsPort(HealthConfig health) {
        if (health.check() instanceof HealthConfig.Http http) {
            return http.port().isEmpty();
        }
        return health.check() instanceof HealthConfig.Tcp tcp && tcp.port().isEmpty();
    }
}
