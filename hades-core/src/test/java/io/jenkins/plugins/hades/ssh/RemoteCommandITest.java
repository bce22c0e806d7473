package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RemoteCommandITest {
    private static TestHost machine;
    private static SshHosts hosts;
    private static RemoteHost server;
    private final OperationContext context = new DetachedContext(line -> {});

    @BeforeAll
    static void connect() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        hosts = new SshHosts(SshSettings.ofDefaults());
        machine = Testbed.shared().host("ssh-one");
        server = hosts.host(TestServers.root("one", machine.ssh()));
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

    @Test
    void keepsTheFirstMegabyteOfOutputAndTheEndOfErrors() throws Exception {
        CommandResult result = server.run(
                RemoteCommand.of(
                        "sh",
                        "-c",
                        "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero | tr '\\0' x >&2; echo end >&2"),
                context);

        assertThat(result.output()).hasSize(1 << 20);
        assertThat(result.errors()).endsWith("xend\n").hasSizeBetween(60_000, 110_000);
    }

    @Test
    void inputThatTheCommandDoesNotReadIsNoError() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThat(server.run(RemoteCommand.of("head", "-c", "3"), endless, context)
                        .output())
                .isEqualTo("xxx");
    }

    @Test
    void aMissingProgramOrFolderHasItsExitCode() throws Exception {
        assertThat(server.run(RemoteCommand.of("no-such-program"), context).exitCode())
                .isEqualTo(127);
        CommandResult result = server.run(RemoteCommand.of("true").in("no/such folder"), context);
        assertThat(result.exitCode()).isEqualTo(126);
        assertThat(result.errors()).contains("no/such folder");
    }

    @Test
    void aChildLeftInTheBackgroundDoesNotHoldTheEndUp() throws Exception {
        RemoteCommand command = RemoteCommand.of("sh", "-c", "sleep 543 & echo $!; exit 4");
        List<String> lines = new ArrayList<>();

        assertThat(server.stream(command, lines::add, context)).isEqualTo(4);

        CommandResult kill = server.run(RemoteCommand.of("kill", lines.get(0)), context);
        assertThat(kill.succeeded()).isTrue();
    }

    @Test
    void outputThatIsReadLateIsStillComplete() throws Exception {
        try (RemoteProcess process =
                server.start(RemoteCommand.of("sh", "-c", "head -c 20000000 /dev/zero; echo done >&2"), context)) {
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);

            assertThat(process.output().readAllBytes()).hasSize(20_000_000);
            assertThat(process.errors().readAllBytes()).isEqualTo("done\n".getBytes(StandardCharsets.UTF_8));
            assertThat(process.await()).isZero();
        }
    }

    @Test
    void anInterruptedCallerLeavesNothingRunning() throws Exception {
        Thread caller = Thread.currentThread();
        RemoteCommand command = RemoteCommand.of("sleep", "98765");
        Thread interrupter = new Thread(() -> {
            await().until(() -> running("sleep 9876[5]"));
            caller.interrupt();
        });
        interrupter.start();

        assertThatThrownBy(() -> server.run(command, context)).isInstanceOf(InterruptedException.class);

        assertThat(running("sleep 9876[5]")).isFalse();
        interrupter.join();
    }

    private static boolean running(String pattern) {
        return machine.command("pgrep", "-f", pattern).run().exit() == 0;
    }

    @Test
    void aVariableStandsInNoArgumentListOfAnyProcess() throws Exception {
        String secret = "secret-" + UUID.randomUUID();
        try (RemoteProcess process =
                server.start(RemoteCommand.of("sh", "-c", "echo $TOKEN; cat").with("TOKEN", secret), context)) {
            assertThat(process.output().readNBytes(secret.length())).isEqualTo(secret.getBytes(StandardCharsets.UTF_8));

            assertThat(machine.command("sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '")
                            .run()
                            .out())
                    .contains("echo $TOKEN")
                    .doesNotContain(secret);
        }
    }

    @Test
    void whatTheLoginShellWritesIsNoOutput() throws Exception {
        HostUser user = HostUser.add(machine.place(), "noisy", "right");
        Path bashrc = machine.file("/home/noisy/.bashrc");
        Files.writeString(bashrc, "echo Welcome to this server; echo and more\n" + Files.readString(bashrc));
        RemoteHost noisy =
                hosts.host(TestServers.with(server.spec(), user.name(), new SshLogin.Password(user::password)));

        assertThat(noisy.run(RemoteCommand.of("echo", "output"), context).output())
                .isEqualTo("output\n");
    }

    @Test
    void badNamesOfVariablesAreRefused() {
        assertThatThrownBy(() -> server.run(RemoteCommand.of("true").with("A;touch /tmp/x", "b"), context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }
}
