package io.jenkins.plugins.hades.config.schema;

/**
 * A key of a table.
 *
 * @param name as it stands in the file
 * @param form the form of its value
 * @param fallback what holds where the key is missing
 * @param shownDefault the same as YAML; empty if there is none
 * @param description what it is for: sentences for the reference and for editors
 * @param trusted whether it counts only from a trusted place
 * @param required whether it must be there
 * @param <T> what is read
 */
public record Key<T>(
        String name,
        Form<T> form,
        T fallback,
        String shownDefault,
        String description,
        boolean trusted,
        boolean required) {}
