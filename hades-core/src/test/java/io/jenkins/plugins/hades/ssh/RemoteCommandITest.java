package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RemoteCommandITest {
    private static SshHosts hosts;
    private static RemoteHost server;
    private final OperationContext context = new DetachedContext(line -> {});

    @BeforeAll
    static void connect() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        hosts = new SshHosts(SshSettings.ofDefaults());
        server = hosts.host(
                TestServers.root("one", Testbed.shared().host("ssh-one").ssh()));
    }

    @AfterAll
    static void disconnect() {
        if (hosts != null) {
            hosts.close();
        }
    }

    @Test
    void givesOutputErrorsAndExitCode() throws Exception {
        CommandResult result = server.run(RemoteCommand.of("sh", "-c", "echo out; echo err >&2; exit 3"), context);

        assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n"));
    }

    @Test
    void givesAHundredAndTwentyEightPlusTheSignal() throws Exception {
        assertThat(server.run(RemoteCommand.of("sh", "-c", "kill -9 $$"), context)
                        .exitCode())
                .isEqualTo(137);
        assertThat(server.run(RemoteCommand.of("sh", "-c", "kill -TERM $$"), context)
                        .exitCode())
                .isEqualTo(143);
    }

    @Test
    void passesArgumentsVariablesAndFolderUnchanged() throws Exception {
        List<String> strange = List.of(
                "",
                " ",
                "a b",
                "it's",
                "\"",
                "$(touch /tmp/x)",
                "`id`",
                "-n",
                "--",
                "*",
                "\\",
                "\\n",
                "a\nb\n",
                "\n",
                "ünï",
                "!x",
                "#",
                "$HOME",
                ";",
                "&",
                "|",
                "\t",
                "\r",
                "{a,b}",
                "~",
                "'\"'\"'",
                "\u0001\u0081\u0085\u0088");
        List<String> arguments = new ArrayList<>(List.of("sh", "-c", "for a; do printf '%s\\0' \"$a\"; done", "x"));
        arguments.addAll(strange);

        String output = server.run(RemoteCommand.of(arguments), context).output();

        assertThat(List.of(output.split("\0", -1)).subList(0, strange.size())).isEqualTo(strange);
        for (String value : strange) {
            assertThat(server.run(
                                    RemoteCommand.of("sh", "-c", "printf %s \"$V\"")
                                            .with("V", value),
                                    context)
                            .output())
                    .isEqualTo(value);
        }
    }

    @Test
    void feedsInputToTheByte() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);

        CommandResult result = server.run(RemoteCommand.of("sha256sum"), new ByteArrayInputStream(bytes), context);

        assertThat(result.output())
                .startsWith(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void streamsLines() throws Exception {
        List<String> lines = new ArrayList<>();

        int code = server.stream(
                RemoteCommand.of("sh", "-c", "echo a; echo b >&2; printf c; exit 2"), lines::add, context);

        assertThat(code).isEqualTo(2);
        assertThat(lines).containsExactlyInAnyOrder("a", "b", "c");
    }
}
