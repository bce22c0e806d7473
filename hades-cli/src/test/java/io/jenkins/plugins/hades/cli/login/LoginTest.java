package io.jenkins.plugins.hades.cli.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.command.HadesCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the commands make of a login, and of a server that does not answer as a controller does. That server is a plain one; how the commands get on with a real
 * controller is shown by the tests on one.
 */
class LoginTest {
    private static final String TOKEN = "11token-that-nobody-shall-see";
    private static final String NO_PROJECTS = "{\"data\": []}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String type = "application/vnd.api+json";
    private String location;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add(exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getResponseHeaders().set("Content-Type", type);
        if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
        }
        byte[] body = NO_PROJECTS.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void tokenIsNowhereToBeSeen() {
        server.stop(0);
        assertThat(out + "" + err).doesNotContain(TOKEN);
    }

    @Test
    void theCommandsAskTheControllerUntilTheUserLogsOut() throws Exception {
        assertThat(hades(TOKEN + "\n", "login", url() + "/", "--user", "mona")).isZero();
        assertThat(err.toString()).contains("Logged in as mona at " + url());
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        assertThat(hades("", "status")).isZero();
        assertThat(seen).hasSize(2).allSatisfy(request -> assertThat(request)
                .startsWith("/hades/api/v1/projects Basic "));
        assertThat(folder.resolve("home/store")).doesNotExist();

        assertThat(hades("", "logout")).isZero();
        assertThat(hades("", "status")).isZero();
        assertThat(seen).hasSize(2);
        assertThat(folder.resolve("home/store")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "401, text/html, UNREACHABLE, does not take the token of user mona",
        "403, text/html, CONFLICT, may not read there",
        "404, text/html, NOT_FOUND, not as Hades does",
        "502, text/html, FAILED, it answered 502",
        "200, text/html, FAILED, not as Hades does"
    })
    void whatIsNoAnswerOfHadesIsTold(int code, String kind, ExitCode expected, String reason) {
        status = code;
        type = kind;
        int exit = hades(TOKEN, "login", url(), "--user", "mona");

        assertThat(exit).isEqualTo(expected.code());
        assertThat(err.toString()).contains("Asking the controller at " + url(), reason);
        assertThat(file()).doesNotExist();
    }

    @Test
    void theTokenFollowsNoRedirect() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", this::answer);
        other.start();
        try {
            status = 302;
            location = "http://127.0.0.1:" + other.getAddress().getPort() + "/login";

            assertThat(hades(TOKEN, "login", url(), "--user", "mona")).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(err.toString()).contains("a redirect to " + location);
            assertThat(seen).hasSize(1);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aControllerThatIsGoneIsUnreachable() {
        hades(TOKEN, "login", url(), "--user", "mona");
        server.stop(0);

        assertThat(hades("", "status")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(err.toString()).contains("Asking the controller at " + url(), "try again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jenkins.example.com",
                "ftp://jenkins.example.com",
                "https://",
                "https://mona:secret@jenkins.example.com",
                "https://jenkins.example.com/?x=1",
                "https://jenkins example.com",
                "http://jenkins.example.com"
            })
    void anAddressThatIsNoneOrWouldShowTheTokenIsRefused(String address) {
        assertThat(hades(TOKEN, "login", address)).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(err.toString()).contains("Reading the address").doesNotContain("secret@");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  "})
    void withoutATokenThereIsNoLogin(String token) {
        assertThat(hades(token, "login", url())).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(err.toString()).contains("no token was given");
        assertThat(seen).isEmpty();
    }

    @Test
    void aLoginThatOthersMayReadIsNotUsed() throws Exception {
        hades(TOKEN, "login", url(), "--user", "mona");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(hades("", "status")).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(err.toString()).contains("others than its user may read it");
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"controller\": \"x\"}", "\u0000"})
    void aDamagedLoginIsTold(String text) throws Exception {
        hades(TOKEN, "login", url(), "--user", "mona");
        Files.writeString(file(), text);

        assertThat(hades("", "status")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(err.toString()).contains("the login in " + file(), "hades logout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "service", "shell production"})
    void whatWorksOnThisMachineIsRefused(String line) {
        hades(TOKEN, "login", url(), "--user", "mona");

        assertThat(hades("", line.split(" ", -1))).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(err.toString()).contains("work on the controller at " + url(), "hades logout");
    }

    private Path file() {
        return folder.resolve("home/login.json");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int hades(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--home",
                folder.resolve("home").toString(),
                "--servers",
                folder.resolve("servers.yml").toString()));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        try {
            return HadesCommand.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(all.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
