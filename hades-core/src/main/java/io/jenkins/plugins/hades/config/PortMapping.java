package io.jenkins.plugins.hades.config;

/**
 * A published port.
 *
 * @param address the server's address to listen on; {@code 0.0.0.0} for all
 * @param host the port of the server
 * @param container the port in the container
 * @param protocol {@code tcp} or {@code udp}
 */
public record PortMapping(String address, int host, int container, String protocol) {
    /** The mapping as it is written in {@code hades.yml}. */
    @Override
    public String toString() {
        String shown = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return shown + ":" + host + ":" + container + "/" + protocol;
    }
}
