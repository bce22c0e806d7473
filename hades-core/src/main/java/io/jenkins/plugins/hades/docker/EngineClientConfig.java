package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import java.net.URI;

/**
 * A client's settings that come from nowhere but here: the environment, the system properties and the {@code ~/.docker} folder of this
 * process are not read, so that neither its Docker host nor its registry logins can reach a server.
 */
final class EngineClientConfig implements DockerClientConfig {
    private static final URI HOST = URI.create("tcp://docker:2375");

    private final RemoteApiVersion version;

    EngineClientConfig(RemoteApiVersion version) {
        this.version = version;
    }

    @Override
    public URI getDockerHost() {
        return HOST;
    }

    @Override
    public RemoteApiVersion getApiVersion() {
        return version;
    }

    @Override
    public String getRegistryUsername() {
        return null;
    }

    @Override
    public String getRegistryPassword() {
        return null;
    }

    @Override
    public String getRegistryEmail() {
        return null;
    }

    @Override
    public String getRegistryUrl() {
        return AuthConfig.DEFAULT_SERVER_ADDRESS;
    }

    @Override
    public AuthConfig effectiveAuthConfig(String imageName) {
        return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        return new AuthConfigurations();
    }

    @Override
    @SuppressWarnings("deprecation") // The interface names the deprecated class.
    public com.github.dockerjava.core.SSLConfig getSSLConfig() {
        return null;
    }
}
