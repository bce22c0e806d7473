package io.jenkins.plugins.hades.jenkins.settings;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configured servers as the engine sees them. A server whose configuration does not suffice is left out, and can be asked why. */
public final class ConfiguredServers {
    private final List<ServerSetting> settings;

    /** @param settings as they are configured now */
    public ConfiguredServers(List<ServerSetting> settings) {
        this.settings = List.copyOf(settings);
    }

    /** The servers that can be used. */
    public List<ServerSpec> usable() {
        return settings.stream().map(this::tried).flatMap(Optional::stream).toList();
    }

    private Optional<ServerSpec> tried(ServerSetting setting) {
        try {
            return Optional.of(spec(setting, new HashSet<>()));
        } catch (HadesException e) {
            return Optional.empty(); // told by defect() to whoever asks for this server
        }
    }

    /** Why a configured server cannot be used; empty if it can be, or if there is none of that name. */
    public Optional<HadesException> defect(String name) {
        try {
            find(name).ifPresent(setting -> spec(setting, new HashSet<>()));
            return Optional.empty();
        } catch (HadesException e) {
            return Optional.of(e);
        }
    }

    /** Why configured servers cannot be used, by their names. */
    public Map<String, HadesException> defects() {
        Map<String, HadesException> defects = new LinkedHashMap<>();
        settings.forEach(
                setting -> defect(setting.getName()).ifPresent(defect -> defects.put(setting.getName(), defect)));
        return defects;
    }

    private ServerSpec spec(ServerSetting setting, Set<String> seen) {
        String doing = "Reading the configuration of server " + setting.getName();
        if (!seen.add(setting.getName())) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, doing, "it is reached through itself", "Change its jump server");
        }
        Optional<ServerSpec> jump = setting.throughServer()
                .map(name -> spec(
                        find(name)
                                .orElseThrow(() -> new HadesException(
                                        ErrorKind.NOT_FOUND,
                                        doing,
                                        "its jump server \"" + name + "\" is not configured",
                                        "Add that server, or change the jump server")),
                        seen));
        return setting.spec(jump);
    }

    private Optional<ServerSetting> find(String name) {
        return settings.stream()
                .filter(setting -> setting.getName().equals(name))
                .findFirst();
    }
}
