package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the plan that tells a target to run a release. */
final class Plans {
    private final Store store;
    private final Servers servers;

    Plans(Store store, Servers servers) {
        this.store = store;
        this.servers = servers;
    }

    /** The plan of this release; its secrets are masked in the context from now on. */
    RunPlan of(Project project, Environment environment, Release release, OperationContext context) {
        List<VariableValue> recorded = store.variables().values(environment.id(), release.variables());
        recorded.stream().filter(VariableValue::secret).forEach(value -> context.mask(value.value()));
        RemoteHost server = servers.host(release.deployServer());
        return new RunPlan(
                project,
                environment,
                release.number(),
                release.artifact(),
                release.revision().label(),
                release.settings(),
                running(RunSettings.fromJson(release.settings()), recorded, environment, release),
                server);
    }

    private static List<VariableValue> running(
            RunSettings settings, List<VariableValue> recorded, Environment environment, Release release) {
        Map<String, VariableValue> values = new LinkedHashMap<>();
        put(values, "HADES_ENVIRONMENT", environment.name());
        put(values, "HADES_RELEASE", Integer.toString(release.number()));
        put(values, "HADES_REVISION", release.revision().label());
        settings.variables().forEach((name, value) -> put(values, name, value));
        recorded.stream()
                .filter(value -> value.scope() == Scope.APP && value.phases().contains(Phase.RUN))
                .forEach(value -> values.put(value.name(), value));
        return new ArrayList<>(values.values());
    }

    private static void put(Map<String, VariableValue> values, String name, String value) {
        values.put(name, new VariableValue(name, Scope.APP, Set.of(Phase.RUN), false, 0, value));
    }
}
