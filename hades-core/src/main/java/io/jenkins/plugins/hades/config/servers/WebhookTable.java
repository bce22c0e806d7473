package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Values;

/** The keys of {@code webhook}. */
final class WebhookTable extends ServersForm<WebhookSettings> {
    private final SecretKeys secret =
            secret("secret", "The secret that GitHub signs webhooks with: 16 characters at least.");

    WebhookTable(Place place) {
        super("how GitHub tells of pushes", place);
        someOf(secret.inline(), secret.file(), secret.variable());
    }

    @Override
    protected WebhookSettings make(Values values) {
        return new WebhookSettings(
                read(secret, "the secret of webhooks", values).orElse(() -> ""));
    }
}
