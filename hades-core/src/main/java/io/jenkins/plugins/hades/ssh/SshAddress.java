package io.jenkins.plugins.hades.ssh;

/**
 * Where and as whom to connect.
 *
 * @param host a name or an address
 * @param port the port of sshd
 * @param user the user on the server
 * @param login how the user is proved
 * @param hostKeys how the server is proved
 */
public record SshAddress(String host, int port, String user, SshLogin login, HostKeyPolicy hostKeys) {}
