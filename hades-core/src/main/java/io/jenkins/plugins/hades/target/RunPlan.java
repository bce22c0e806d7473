package io.jenkins.plugins.hades.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.List;

/**
 * What an environment is to run, and where.
 *
 * @param project the project
 * @param environment the environment, as it is before the verb
 * @param release the number of the release to run; it is recorded before the target is called
 * @param artifact what to run; it is on the server
 * @param label what people call the source: a short commit, an archive's name
 * @param settings the target's settings, as {@link io.jenkins.plugins.hades.config.RunSettings} writes them
 * @param variables the variables of the run phase, opened
 * @param server the deploy server
 */
public record RunPlan(
        Project project,
        Environment environment,
        int release,
        Artifact artifact,
        String label,
        JsonNode settings,
        List<VariableValue> variables,
        RemoteHost server) {
    public RunPlan {
        variables = List.copyOf(variables);
    }
}
