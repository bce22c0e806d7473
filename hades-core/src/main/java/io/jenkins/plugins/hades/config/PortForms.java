package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of published ports: {@code 8080}, {@code "8080:80"}, {@code "53:53/udp"}, {@code "127.0.0.1:53:53/udp"}. */
final class PortForms {
    private static final String ADDRESS = "(?:(\\[[0-9a-fA-F:.]{2,45}\\]|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}):)";
    private static final String PATTERN = "^(?:" + ADDRESS + "?([0-9]{1,5}):([0-9]{1,5})|([0-9]{1,5}))(?:/(tcp|udp))?$";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);
    private static final String EVERYWHERE = "0.0.0.0";

    private PortForms() {}

    /** A published port. */
    static Form<PortMapping> mapping() {
        return Forms.numberOrText(
                Forms.port().map(port -> new PortMapping(EVERYWHERE, port, port, "tcp")),
                Forms.text(
                        "a port such as 8080, \"8080:80\" (server:container), \"53:53/udp\" or \"127.0.0.1:53:53/udp\"",
                        PATTERN,
                        PortForms::read));
    }

    private static Optional<PortMapping> read(String text) {
        Matcher parts = COMPILED.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean one = parts.group(4) != null;
        int host = Integer.parseInt(parts.group(one ? 4 : 2));
        int container = Integer.parseInt(parts.group(one ? 4 : 3));
        String protocol = parts.group(5) == null ? "tcp" : parts.group(5);
        return Optional.ofNullable(parts.group(1))
                .or(() -> Optional.of(EVERYWHERE))
                .filter(address -> isPort(host) && isPort(container) && isAddress(address))
                .map(address -> new PortMapping(address.replaceAll("[\\[\\]]", ""), host, container, protocol));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }

    private static boolean isAddress(String address) {
        return address.startsWith("[")
                || Arrays.stream(address.split("\\.", -1)).allMatch(part -> Integer.parseInt(part) <= 255);
    }
}
