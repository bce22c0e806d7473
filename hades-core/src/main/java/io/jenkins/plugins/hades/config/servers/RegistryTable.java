package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys of {@code registry}. */
final class RegistryTable extends ServersForm<RegistrySettings> {
    private final Key<String> address = required(
            "address",
            Forms.text(
                    "a host with an optional port and path, such as registry.example.com/team, without https://",
                    "^[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[a-z0-9][a-z0-9._-]*)*$"),
            "none",
            "Where images are pushed to and pulled from.");
    private final Key<Optional<String>> user = optional(
            "user",
            Forms.text("a user's name", "^[^\\u0000-\\u001f\\u007f:]{1,250}$"),
            "The user, where it wants one.");
    private final SecretKeys password = secret("password", "The user's password or token.");

    RegistryTable(Place place) {
        super("a registry of images", place);
    }

    @Override
    protected RegistrySettings make(Values values) {
        Optional<String> name = values.get(user);
        Optional<Supplier<String>> secret = read(password, "the password of the registry", values);
        if (name.isPresent() && !password.isGiven(values)) {
            values.wrong(user, "there is no password for it", "password-file or password-env beside it");
        }
        if (!values.has(user) && password.isGiven(values)) {
            values.wrong(user, "there is a password, but no user", "the user's name");
        }
        return new RegistrySettings(values.get(address), name, secret);
    }
}
