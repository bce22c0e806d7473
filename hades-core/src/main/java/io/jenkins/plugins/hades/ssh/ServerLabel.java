package io.jenkins.plugins.hades.ssh;

/** How errors name a server. */
final class ServerLabel {
    private ServerLabel() {}

    /** {@code server build (deploy@10.0.0.5:22)}, with the way to it if that is not direct. */
    static String of(ServerSpec spec) {
        SshAddress address = spec.address();
        String through = spec.jump().map(jump -> ", through " + jump.name()).orElse("");
        return "server " + spec.name() + " (" + address.user() + "@" + address.host() + ":" + address.port() + through
                + ")";
    }
}
