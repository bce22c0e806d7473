package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.GitSource;
import java.util.Map;
import java.util.Optional;

/**
 * What was configured of a project outside its repository; all of it is trusted.
 *
 * @param project the project
 * @param git where its repository is; empty for a project that is deployed from archives only
 * @param branch the branch that is deployed where nothing else is said; empty: the repository's default branch
 * @param config the project's config, entered instead of read from the repository
 * @param servers the servers of all its environments
 * @param environments the servers of single environments, by name
 */
public record ProjectDefinition(
        Project project,
        Optional<GitSource> git,
        Optional<String> branch,
        Optional<String> config,
        ServerChoice servers,
        Map<String, ServerChoice> environments) {
    public ProjectDefinition {
        environments = Map.copyOf(environments);
    }
}
