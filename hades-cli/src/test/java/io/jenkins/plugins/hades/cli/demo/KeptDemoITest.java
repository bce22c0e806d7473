package io.jenkins.plugins.hades.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.Main;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo in processes of its own, as a user runs it. */
class KeptDemoITest {
    private static final Pattern URL = Pattern.compile("Left running: (\\S+)");
    private static final Pattern PLACES = Pattern.compile("HADES_HOME=(\\S+) HADES_SERVERS=([^\\s,]+)");

    @Test
    void aDemoThatIsKeptCanBeUsedUntilItIsEnded() throws Exception {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
        String said = hades(List.of("demo", "--keep"));
        Matcher url = found(URL, said);
        Matcher places = found(PLACES, said);
        List<String> at = List.of("--home", places.group(1), "--servers", places.group(2));
        String ended;
        try {
            assertThat(page(url.group(1))).contains("Hello", "version 1");
            assertThat(hades(with(at, "status"))).contains("RUNNING");
            hades(with(at, "rollback", "2"));
            assertThat(page(url.group(1))).contains("version 2");
        } finally {
            ended = hades(List.of("demo", "--end"));
        }
        assertThat(ended).contains("Ended 1 demo(s)");
        assertThat(Path.of(places.group(1))).doesNotExist();
        assertThat(Path.of(places.group(2))).doesNotExist();
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher;
    }

    private static List<String> with(List<String> places, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(places);
        return all;
    }

    private static String hades(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dhades.examples=" + System.getProperty("hades.examples"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(arguments);
        CommandResult outcome = Command.of(words).within(Duration.ofMinutes(5)).run();
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return outcome.text();
    }

    private static String page(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
