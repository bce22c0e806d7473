package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EffectiveConfig;
import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Map;

/**
 * What a deployment knows once its source was looked at.
 *
 * @param origin which source it is
 * @param config what holds for the environment with that source
 * @param environments the trusted settings of the project's environments, by name
 * @param build the build server, which has the source
 * @param deploy the deploy server
 */
record Prepared(
        Origin origin,
        EffectiveConfig config,
        Map<String, EnvironmentConfig> environments,
        RemoteHost build,
        RemoteHost deploy) {
    Prepared {
        environments = Map.copyOf(environments);
    }
}
