package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.model.Capability;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Linux capabilities by the names that projects write. */
final class Capabilities {
    private Capabilities() {}

    /**
     * The capabilities that the project asks for.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when one does not exist
     */
    static List<Capability> of(DockerPlan plan) {
        List<Capability> capabilities = new ArrayList<>();
        for (String name : plan.run().capabilities()) {
            String plain = name.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
            try {
                capabilities.add(Capability.valueOf(plain));
            } catch (IllegalArgumentException e) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        plan.running(),
                        "there is no capability \"" + name + "\"",
                        "See man 7 capabilities for those that there are",
                        e);
            }
        }
        return capabilities;
    }
}
