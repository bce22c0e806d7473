package io.jenkins.plugins.hades.cli.top;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.output.WriterOutputStream;
import org.awaitility.Awaitility;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The live view, on an emulated terminal, over an engine that deploys to a real server. */
@Timeout(300)
class TopITest {
    private static final int COLUMNS = 140;
    private static final int ROWS = 30;

    private static Home home;

    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    private Session session;
    private LineDisciplineTerminal terminal;
    private CompletableFuture<Void> shown;

    @BeforeAll
    static void deployed() throws IOException {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("top");
        server.docker();
        GitRepository repository = testbed.git().create("top");
        repository.commit(
                "The application",
                Map.of(
                        "Dockerfile",
                        "FROM busybox:hades\nCMD [\"busybox\", \"httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/etc\"]\n",
                        "hades.yml",
                        "run: {port: 8080}\nhealth: {http: /passwd}\n"));
        Path folder = testbed.folder("top-cli");
        CliBed cli = new CliBed(folder, Map.of("server", server));
        cli.hades("deploy", testbed.git().http().url(repository)).done();
        home = new Home(folder.resolve("home"), cli.servers());
    }

    @BeforeEach
    void show() throws Exception {
        session = Sessions.open(home, true, note -> {});
        terminal = new LineDisciplineTerminal("top", "screen-256color", screen(), UTF_8);
        terminal.setSize(new Size(COLUMNS, ROWS));
        shown = CompletableFuture.runAsync(() -> {
            try {
                Top.run(session.client(), terminal, Duration.ofMillis(200), () -> false);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        shows("top/production", "RUNNING", "1 environments", "q quit");
    }

    @AfterEach
    void end() throws Exception {
        press("q");
        shown.get(30, TimeUnit.SECONDS);
        terminal.close();
        session.close();
    }

    @Test
    void whatIsAskedForByAKeyIsDoneOnlyAfterAYes() throws Exception {
        press("e");
        shows("Redeploy the commit that serves top/production", "(y/n)");
        press("n");
        shows("q quit");

        press("e");
        shows("(y/n)");
        press("y");
        shows("Operation 2 was asked for");
        shows("2 redeploy");
        shows("0 at work");

        press("l");
        shows("log of operation 2", "== Release 2 ");
        press("q");
        shows("top/production");
    }

    @Test
    void theFilterShowsWhatItNames() throws Exception {
        press("/zzz\r");
        shows("filter: zzz", "0 environments");

        press("/\u001b");
        shows("top/production", "1 environments");
    }

    @Test
    void whatHadesRefusesIsToldInTheLastLine() throws Exception {
        press("c");
        shows("q quit");
        press("\u001b[B");
        press("\u001b[A");
        press("r");
        shows("Roll top/production back", "(y/n)");
        press("\u001b");
        shows("q quit");
    }

    private void press(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(UTF_8));
    }

    private void shows(String... texts) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(screen.toString())
                .contains(texts));
    }

    /** Where the terminal's output goes: what it sends a byte at a time arrives as characters. */
    private OutputStream screen() throws IOException {
        return WriterOutputStream.builder()
                .setWriter(new StringWriter() {
                    @Override
                    public void write(char[] characters, int from, int length) {
                        screen.write(new String(characters, from, length));
                    }
                })
                .setCharset(UTF_8)
                .setWriteImmediately(true)
                .get();
    }
}
