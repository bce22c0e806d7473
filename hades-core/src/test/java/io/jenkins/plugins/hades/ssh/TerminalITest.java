package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TerminalITest {
    private static final TerminalSize SIZE = new TerminalSize(101, 37, "xterm-256color");

    private static SshHosts hosts;
    private static RemoteHost server;

    @BeforeAll
    static void connect() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        hosts = new SshHosts(SshSettings.ofDefaults());
        server = hosts.host(TestServers.root(
                "terminal", Testbed.shared().host("ssh-terminal").ssh()));
    }

    @AfterAll
    static void disconnect() {
        if (hosts != null) {
            hosts.close();
        }
    }

    private static String readUntil(InputStream from, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = from.read();
            assertThat(next).as("the terminal ended after: " + text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static void type(RemoteTerminal terminal, String keys) throws IOException {
        terminal.input().write(keys.getBytes(StandardCharsets.UTF_8));
        terminal.input().flush();
    }

    @Test
    void hasItsSizeAndTypeAndFollowsAResize() throws Exception {
        try (RemoteTerminal terminal =
                server.openTerminal(RemoteCommand.of("sh", "-c", "stty size; echo $TERM; read x; stty size"), SIZE)) {
            assertThat(readUntil(terminal.output(), "xterm-256color\r\n")).isEqualTo("37 101\r\nxterm-256color\r\n");

            terminal.resize(new TerminalSize(55, 22, "xterm-256color"));
            type(terminal, "\r");

            assertThat(readUntil(terminal.output(), "55")).endsWith("22 55");
            assertThat(terminal.await()).isZero();
        }
    }

    @Test
    void showsNothingOfWhatStartsTheCommandAndEchoesWhatIsTyped() throws Exception {
        RemoteCommand command = RemoteCommand.of("sh", "-c", "printf '%s|' \"$SECRET\"; read x; echo got $x")
                .with("SECRET", "s3cret\n\u0003\u0004\u007f");
        try (RemoteTerminal terminal = server.openTerminal(command, SIZE)) {
            assertThat(readUntil(terminal.output(), "|")).isEqualTo("s3cret\r\n\u0003\u0004\u007f|");
            type(terminal, "typed\r");
            assertThat(readUntil(terminal.output(), "got typed")).isEqualTo("typed\r\ngot typed");
        }
    }

    @Test
    void passesControlCharactersToTheCommand() throws Exception {
        try (RemoteTerminal terminal = server.openTerminal(
                RemoteCommand.of(
                        "sh", "-c", "trap 'echo interrupted; exit 5' INT; echo ready; while :; do sleep 0.1; done"),
                SIZE)) {
            readUntil(terminal.output(), "ready");
            type(terminal, "\u0003");

            readUntil(terminal.output(), "interrupted");
            assertThat(terminal.await()).isEqualTo(5);
        }
    }

    @Test
    void carriesRawBytes() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (RemoteTerminal terminal =
                server.openTerminal(RemoteCommand.of("sh", "-c", "stty raw -echo; echo go; head -c 256"), SIZE)) {
            readUntil(terminal.output(), "go");
            terminal.output().read();
            terminal.input().write(all);
            terminal.input().flush();

            assertThat(terminal.output().readNBytes(256)).isEqualTo(all);
            assertThat(terminal.await()).isZero();
        }
    }

    @Test
    void endsTheCommandWhenItIsClosed() throws Exception {
        RemoteTerminal terminal = server.openTerminal(
                RemoteCommand.of("sh", "-c", "trap '' HUP TERM INT; echo ready; while :; do sleep 7654; done"), SIZE);
        readUntil(terminal.output(), "ready");

        terminal.close();

        assertThat(Testbed.shared()
                        .host("ssh-terminal")
                        .command("pgrep", "-f", "sleep 765[4]")
                        .run()
                        .text())
                .isEmpty();
    }
}
