package io.jenkins.plugins.hades.cli.login;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Reads the address of a controller as a person gives it. */
public final class ControllerAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ControllerAddress() {}

    /**
     * @param text the address of Jenkins' root, or of its page {@code /hades}
     * @param plain whether HTTP without encryption is accepted beyond this machine
     * @throws HadesException of kind {@code BAD_INPUT}
     */
    public static URI parse(String text, boolean plain) {
        URI address = uri(text);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
            throw bad(
                    text,
                    "it is no address of a web page",
                    "Give the one of Jenkins' root, as https://jenkins.example.com/");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw bad(
                    address.getHost(),
                    "it holds more than a host and a path",
                    "Give the address of Jenkins' root alone; the user with --user, the token when asked");
        }
        if (scheme.equals("http") && !plain && !THIS_MACHINE.contains(address.getHost())) {
            throw bad(
                    text,
                    "over HTTP everybody on the way can read the token",
                    "Give an https address, or say --plain-http where the network is to be trusted");
        }
        String path = address.getRawPath().replaceFirst("/+$", "").replaceFirst("/hades$", "");
        return URI.create(scheme + "://" + address.getRawAuthority() + path);
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw bad(text, "it cannot be read: " + e.getReason(), "Give the address of Jenkins' root");
        }
    }

    private static HadesException bad(String text, String why, String remedy) {
        return new HadesException(ErrorKind.BAD_INPUT, "Reading the address " + text, why, remedy);
    }
}
