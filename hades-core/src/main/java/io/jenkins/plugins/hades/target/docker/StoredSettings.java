package io.jenkins.plugins.hades.target.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Optional;
import java.util.OptionalInt;

/** How a container that is found on a server was told to run, by its label. */
final class StoredSettings {
    private static final JsonMapper JSON = new JsonMapper();

    private StoredSettings() {}

    /** The settings; empty if the label is missing or of another version of Hades. */
    static Optional<RunSettings> of(Container container) {
        try {
            String label = container.labels().getOrDefault(Labels.SETTINGS, "");
            return label.isEmpty() ? Optional.empty() : Optional.of(RunSettings.fromJson(JSON.readTree(label)));
        } catch (JsonProcessingException | HadesException e) {
            return Optional.empty();
        }
    }

    /** How long it may take to end; empty if that is not known, and the engine then goes by what it was created with. */
    static OptionalInt stopSeconds(Container container) {
        return of(container).stream()
                .mapToInt(settings -> settings.run().stopSeconds())
                .findFirst();
    }
}
