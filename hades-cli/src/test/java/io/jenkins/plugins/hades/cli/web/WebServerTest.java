package io.jenkins.plugins.hades.cli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.error.HadesException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser that plays by the rules gets. */
class WebServerTest {
    @TempDir
    Path folder;

    private WebBed bed;

    @BeforeEach
    void open() throws Exception {
        bed = new WebBed(folder);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void theLinkLetsInAndLeadsToThePageWithoutTheToken() throws Exception {
        HttpResponse<String> answer = bed.open(bed.server.link());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("hades-\\d+=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(answer.body()).contains("content=\"0; url=/\"").doesNotContain("token");
    }

    @Test
    void whoWasLetInGetsThePagesWithACrumb() throws Exception {
        String cookie = bed.enter();
        UUID id = UUID.randomUUID();

        HttpResponse<String> dashboard =
                bed.send(bed.to("/").header("Cookie", cookie).header("Accept-Language", "de, ru;q=0.8, en;q=0.5"));
        HttpResponse<String> environment =
                bed.send(bed.to("/environments/" + id).header("Cookie", cookie));

        assertThat(dashboard.statusCode()).isEqualTo(200);
        assertThat(dashboard.body())
                .contains("data-crumb-header=\"Hades-Crumb\"", "data-page=\"dashboard\"", "data-language=\"ru\"");
        assertThat(environment.body())
                .contains("data-page=\"environment\" data-environment=\"" + id + "\"", "data-language=\"en\"");
        assertThat(dashboard.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void theScriptsCanChangeThings() throws Exception {
        String cookie = bed.enter();

        HttpResponse<String> changed = bed.send(bed.change(cookie, bed.crumb(cookie)));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(bed.send(bed.to("/api/v1/projects").header("Cookie", cookie)).body())
                .contains("\"shop\"");
    }

    @Test
    void scriptsAreGivenOutAndNotTwice() throws Exception {
        HttpResponse<String> script = bed.send(bed.to("/assets/main.js"));
        String tag = script.headers().firstValue("ETag").orElseThrow();

        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(bed.send(bed.to("/assets/main.js").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(bed.send(bed.to("/assets/absent.js")).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToRefuse() throws Exception {
        for (String path : new String[] {"/", "/assets/main.js", "/api/v1/projects", "/absent", "/?token=x"}) {
            assertThat(bed.send(bed.to(path)).headers().map())
                    .as(path)
                    .containsKeys(
                            "Content-Security-Policy",
                            "X-Content-Type-Options",
                            "Referrer-Policy",
                            "Cross-Origin-Opener-Policy")
                    .doesNotContainKey("Server");
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        String cookie = bed.enter();

        for (String path : new String[] {"/absent", "/projects/1", "/projects/" + "-".repeat(36), "/environments/"}) {
            HttpResponse<String> answer = bed.send(bed.to(path).header("Cookie", cookie));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is no such page");
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        URI taken = bed.server.address();

        assertThatThrownBy(() -> WebServer.listen(
                        taken.getPort(), bed.session.router().orElseThrow(), new Caller("somebody", "page")))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("Listening on 127.0.0.1:" + taken.getPort());
    }
}
