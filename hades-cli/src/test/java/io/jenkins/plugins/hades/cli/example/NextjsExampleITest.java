package io.jenkins.plugins.hades.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.NodeImage;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.node.NodeTools;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Next.js example, deployed as a user would, on a server whose base image stands in for the official one. */
class NextjsExampleITest {
    private static final Path EXAMPLE = Path.of(System.getProperty("hades.examples"), "nextjs");
    private static final String BASE_IMAGE = "node:24-slim";
    private static final String BUILT_BEFORE = "The image was built of the same inputs before";
    private static final Pattern SCRIPTS = Pattern.compile("src=\"(/_next/static/[^\"]+\\.js)\"");

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT, Need.NPM);
    }

    @Test
    void a_build_variable_rebuilds_a_run_variable_does_not_and_both_arrive() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("nextjs");
        NodeTools tools = NodeTools.atLeast(20, 9);
        NodeImage.importInto(server.docker(), server.place().folder(), BASE_IMAGE, tools, tools.cacheFor(EXAMPLE));
        GitRepository repository = testbed.git().create("nextjs");
        repository.commitFolder("The example", EXAMPLE);
        CliBed cli = new CliBed(testbed.folder("nextjs-cli"), Map.of("server", server));

        CliBed.Outcome incomplete = cli.hades("deploy", testbed.git().http().url(repository));
        assertThat(incomplete.code()).isNotZero();
        assertThat(incomplete.out()).contains("requires a value of NEXT_PUBLIC_SITE_NAME");

        cli.hades("env", "set", "NEXT_PUBLIC_SITE_NAME=First site").done();
        String first = cli.hades("deploy").done();
        assertThat(first).doesNotContain(BUILT_BEFORE);
        assertThat(page(server)).contains("<h1>First site</h1>", "<p id=\"greeting\">Hello</p>");
        assertThat(scripts(server)).anyMatch(script -> script.contains("First site"));

        cli.hades("env", "set", "GREETING=Good <evening>").done();
        assertThat(cli.hades("redeploy").done()).contains(BUILT_BEFORE);
        assertThat(page(server)).contains("<h1>First site</h1>", "<p id=\"greeting\">Good &lt;evening&gt;</p>");

        cli.hades("env", "set", "NEXT_PUBLIC_SITE_NAME=Second site").done();
        assertThat(cli.hades("redeploy").done()).doesNotContain(BUILT_BEFORE);
        assertThat(page(server)).contains("<h1>Second site</h1>", "<p id=\"greeting\">Good &lt;evening&gt;</p>");
        assertThat(scripts(server))
                .anyMatch(script -> script.contains("Second site"))
                .noneMatch(script -> script.contains("First site"));
    }

    private static String page(TestHost server) throws Exception {
        return get(server, "/");
    }

    /** What the browser gets. */
    private static List<String> scripts(TestHost server) throws Exception {
        List<String> addresses = SCRIPTS.matcher(page(server))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(addresses).isNotEmpty();
        List<String> texts = new ArrayList<>();
        for (String address : addresses) {
            texts.add(get(server, address));
        }
        return texts;
    }

    private static String get(TestHost server, String path) throws Exception {
        // Next.js closes the connection of a request that offers an upgrade to HTTP/2, as Java's default does.
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
