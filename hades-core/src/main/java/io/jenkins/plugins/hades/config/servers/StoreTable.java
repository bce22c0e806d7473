package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.Optional;

/** The keys of {@code store}. */
final class StoreTable extends ServersForm<StoreSettings> {
    private final Key<String> url = required(
            "url",
            Forms.text(
                    "a JDBC address such as jdbc:postgresql://db.example.com/hades, without a password",
                    "^jdbc:postgresql:(?!.*[?&]password=)[!-~]{1,500}$"),
            "none",
            "The JDBC address of a PostgreSQL database.");
    private final Key<Optional<String>> user = optional(
            "user", Forms.text("a user's name", "^[^\\u0000-\\u001f\\u007f]{1,250}$"), "The user of the database.");
    private final SecretKeys password = secret("password", "The user's password.");

    StoreTable(Place place) {
        super("the database of projects, releases and operations", place);
    }

    @Override
    protected StoreSettings make(Values values) {
        return new StoreSettings(
                values.get(url), values.get(user), read(password, "the password of the store", values));
    }
}
