package io.jenkins.plugins.hades.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes of this module, without its tests and without other modules of Hades on the class path. */
class HadesCoreOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return location.contains("/hades-core/target/classes/");
    }
}
