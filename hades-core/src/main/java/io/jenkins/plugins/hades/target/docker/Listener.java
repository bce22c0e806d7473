package io.jenkins.plugins.hades.target.docker;

/**
 * A port that something on a server listens on.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param address the address, numeric; {@code 0.0.0.0} or {@code ::} for all
 * @param port the port
 */
record Listener(String protocol, String address, int port) {
    /** Whether somebody else who wants to listen there is refused. */
    boolean blocks(String wantedProtocol, String wantedAddress, int wantedPort) {
        return port == wantedPort
                && protocol.equals(wantedProtocol)
                && (all(address) || all(wantedAddress) || address.equals(wantedAddress));
    }

    private static boolean all(String address) {
        return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    }
}
