package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.config.BuildConfig;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.List;

/**
 * What an artifact is to be made from.
 *
 * @param project the project
 * @param server the build server
 * @param source the source, on that server
 * @param build how the project wants it built
 * @param variables the variables of the build phase, opened
 */
public record BuildPlan(
        Project project, RemoteHost server, SourceTree source, BuildConfig build, List<VariableValue> variables) {
    public BuildPlan {
        variables = List.copyOf(variables);
    }
}
