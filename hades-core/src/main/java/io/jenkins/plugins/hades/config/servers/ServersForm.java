package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.Optional;
import java.util.function.Supplier;

/** A table of the servers file, which may hold secrets or say where they are. */
abstract class ServersForm<T> extends ObjectForm<T> {
    private final Place place;

    ServersForm(String what, Place place) {
        super(what);
        this.place = place;
    }

    /** Where the file stands. */
    final Place place() {
        return place;
    }

    /** The keys of one secret: itself, a file that holds it, and a variable that holds it. */
    record SecretKeys(Key<Optional<String>> inline, Key<Optional<String>> file, Key<Optional<String>> variable) {
        /** Whether one of them stands in the file. */
        boolean isGiven(Values values) {
            return values.has(inline) || values.has(file) || values.has(variable);
        }
    }

    /** Declares the keys of a secret. */
    final SecretKeys secret(String name, String description) {
        SecretKeys keys = new SecretKeys(
                optional(name, Forms.text(), description + " It may stand here only when the file's mode is 0600."),
                optional(name + "-file", filePath(), "A file that holds the " + name + "."),
                optional(
                        name + "-env",
                        Forms.name(Names.VARIABLES),
                        "The variable of the hades process that holds the " + name + "."));
        atMostOne(keys.inline, keys.file, keys.variable);
        return keys;
    }

    /** Gives a secret, if one of its keys stands in the file. */
    final Optional<Supplier<String>> read(SecretKeys keys, String what, Values values) {
        Optional<String> inline = values.get(keys.inline);
        Optional<String> file = values.get(keys.file);
        Optional<String> variable = values.get(keys.variable);
        if (inline.isPresent() && !place.isPrivate()) {
            values.wrong(
                    keys.inline,
                    "other users can read this file",
                    "mode 0600 of the file (chmod 600), or " + keys.file.name() + " or " + keys.variable.name());
        }
        return inline.<Supplier<String>>map(text -> () -> text)
                .or(() -> file.map(path -> Secrets.ofFile(what, place.path(path))))
                .or(() -> variable.map(name -> Secrets.ofVariable(what, name, place)));
    }

    /** A path of this machine. */
    static Form<String> filePath() {
        return Forms.text("a path: absolute, from the file's folder, or from ~", "^[^\\u0000-\\u001f\\u007f]{1,1000}$");
    }
}
