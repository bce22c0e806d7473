package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenersTest {
    @Test
    void readsTheKernelsTables() {
        String tables = """
                tcp
                   0: 0100007F:4E20 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
                  12: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
                tcp6
                   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:0 0 0 0 1
                   1: 0000000000000000FFFF00000100007F:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:0 0 0 0 1
                udp
                 100: 0A02000A:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 1 2 0 0
                udp6
                """;

        assertThat(Listeners.parse(tables))
                .containsExactly(
                        new Listener("tcp", "127.0.0.1", 20000),
                        new Listener("tcp", "0.0.0.0", 22),
                        new Listener("tcp", "::", 8080),
                        new Listener("tcp", "127.0.0.1", 8081),
                        new Listener("udp", "10.0.2.10", 53));
    }

    @Test
    void aListenerBlocksItsAddressAndAllAddresses() {
        Listener loopback = new Listener("tcp", "127.0.0.1", 80);

        assertThat(loopback.blocks("tcp", "127.0.0.1", 80)).isTrue();
        assertThat(loopback.blocks("tcp", "0.0.0.0", 80)).isTrue();
        assertThat(loopback.blocks("tcp", "10.0.0.1", 80)).isFalse();
        assertThat(loopback.blocks("udp", "127.0.0.1", 80)).isFalse();
        assertThat(loopback.blocks("tcp", "127.0.0.1", 81)).isFalse();
        assertThat(new Listener("tcp", "::", 80).blocks("tcp", "127.0.0.1", 80)).isTrue();
    }
}
