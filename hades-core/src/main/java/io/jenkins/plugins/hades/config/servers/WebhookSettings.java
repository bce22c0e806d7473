package io.jenkins.plugins.hades.config.servers;

import java.util.function.Supplier;

/**
 * How webhooks of GitHub are proved to come from there.
 *
 * @param secret gives the secret that they are signed with
 */
public record WebhookSettings(Supplier<String> secret) {
    @Override
    public String toString() {
        return "Webhooks with a secret";
    }
}
