package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EffectiveConfig;
import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Map;

/**
 * What a deployment knows once its source was looked at.
 *
 * @param git where the source is
 * @param fetched which commit it is
 * @param config what holds for the environment at that commit
 * @param environments the trusted settings of the project's environments, by name
 * @param build the build server, which has the commit
 * @param deploy the deploy server
 */
record Prepared(
        GitSource git,
        Sources.Fetched fetched,
        EffectiveConfig config,
        Map<String, EnvironmentConfig> environments,
        RemoteHost build,
        RemoteHost deploy) {
    Prepared {
        environments = Map.copyOf(environments);
    }
}
