package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.jenkins.settings.RegistrySetting;
import io.jenkins.plugins.hades.jenkins.settings.StoreSetting;
import java.util.Optional;

/**
 * What an engine is opened with: it is opened anew when this changes. All else is asked anew for each operation.
 *
 * @param store where the records are kept
 * @param registry by which images are shipped
 */
record EngineBasis(StoreSetting store, Optional<RegistrySetting> registry) {
    /** What is configured now. */
    static EngineBasis configured() {
        HadesConfiguration configuration = HadesConfiguration.get();
        return new EngineBasis(
                configuration.getStore(),
                Optional.ofNullable(configuration.getRegistry())
                        .filter(registry -> Fields.given(registry.getAddress()).isPresent()));
    }
}
