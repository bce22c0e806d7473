package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hades' part of the system's form, filled in and saved in a browser. */
@ExtendWith(OnController.class)
class SystemFormITest {
    private static final String PAGE = "/manage/configure";
    private static final String SERVERS = "div[name=servers]";

    private final Controller controller;
    private Browser browser;
    private String before;

    SystemFormITest(Bench bench) {
        this.controller = bench.controller();
    }

    @BeforeEach
    void open() throws Exception {
        controller.reload();
        before = saved();
        browser = new Browser(controller);
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        controller.reload();
    }

    @Test
    void savingWithoutAChangeLosesNothing() throws Exception {
        browser.form(PAGE, "config").save();

        assertThat(saved()).isEqualTo(before);
    }

    @Test
    void aServerIsChanged() throws Exception {
        Form form = browser.form(PAGE, "config");
        form.part(SERVERS)
                .enter("mounts", "/srv/files\n\n  /srv/more ")
                .enter("privileged", "true")
                .enter("dockerSocket", "/run/other.sock");
        form.save();

        assertThat(saved())
                .isEqualTo(before.replace("<mounts>/srv/files</mounts>", "<mounts>/srv/files\n/srv/more</mounts>")
                        .replace(
                                "<privileged>false</privileged>",
                                "<privileged>true</privileged>\n      <dockerSocket>/run/other.sock</dockerSocket>"));
    }

    @Test
    void aServerIsAdded() throws Exception {
        Form form = browser.form(PAGE, "config");
        form.press("Add server").choose("Server reached over SSH");
        form.part(SERVERS)
                .enter("name", "web-2")
                .enter("host", "web-2.example.com")
                .enter("port", "2222")
                .enter("credentialsId", "server-key")
                .enter("jump", "web-1")
                .enter("deploy", "true")
                .enter("projects", "shop/**");
        form.save();

        assertThat(controller.export())
                .containsPattern("credentialsId: \"server-key\"\\s+deploy: true\\s+host: \"web-2.example.com\"")
                .contains("jump: \"web-1\"", "port: 2222", "projects: \"shop/**\"");
    }

    @Test
    void registryAndHostKeysAreChanged() throws Exception {
        Form form = browser.form(PAGE, "config");
        form.enter("address", "registry.example.com:5000/team").enter("gitHostKeys", "# none");
        form.save();

        assertThat(saved())
                .contains("<address>registry.example.com:5000/team</address>")
                .contains("<gitHostKeys># none</gitHostKeys>");

        Form again = browser.form(PAGE, "config");
        again.enter("address", "");
        again.save();
        assertThat(saved()).doesNotContain("<registry>");
    }

    @Test
    void twoServersOfOneNameAreRefusedAndNothingIsLost() throws Exception {
        Form form = browser.form(PAGE, "config");
        form.press("Add server").choose("Server reached over SSH");
        form.part(SERVERS).enter("name", "web-1").enter("host", "web-2.example.com");
        HtmlPage refused = form.save();

        assertThat(refused.asNormalizedText())
                .contains("two have the name \"web-1\"")
                .contains("Give each a name of its own");
        assertThat(saved()).isEqualTo(before);
        assertThat(controller.export()).doesNotContain("web-2.example.com");
    }

    private String saved() throws IOException {
        return Files.readString(
                controller.home().resolve("io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration.xml"));
    }
}
