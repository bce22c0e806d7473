package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Hades project in the forms of jobs and folders, filled in and saved in a browser. */
@ExtendWith(OnController.class)
class ItemFormsITest {
    private final Controller controller;
    private Browser browser;

    ItemFormsITest(Bench bench) {
        this.controller = bench.controller();
    }

    /** The items that a project can be bound to, and where their forms have it. */
    enum Kind {
        JOB("ProjectJobProperty"),
        FOLDER("ProjectFolderProperty");

        private final String property;

        Kind(String property) {
            this.property = property;
        }

        void create(Controller controller, String name, String settings) throws Exception {
            String type = "io.jenkins.plugins.hades.jenkins.project." + property;
            String properties =
                    settings.isEmpty() ? "" : "<%1$s plugin=\"hades-core\">%2$s</%1$s>".formatted(type, settings);
            if (this == JOB) {
                PipelineJob.create(controller, name, properties);
            } else {
                Items.folder(controller, name, properties);
            }
        }
    }

    @BeforeEach
    void open() {
        browser = new Browser(controller);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void savingWithoutAChangeLosesNothing(Kind kind) throws Exception {
        kind.create(controller, name("kept", kind), """
                <settings>
                  <repository>https://git.example.com/shop.git</repository>
                  <credentialsId>git-key</credentialsId>
                  <branch>release/1</branch>
                  <config>run:
                  port: 8080
                # last line</config>
                  <buildServer>web-1</buildServer>
                  <deployServer>gone-server</deployServer>
                  <environments>
                    <io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                      <name>production</name>
                      <buildServer>web-1</buildServer>
                    </io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                    <io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                      <name>staging</name>
                      <deployServer>web-1</deployServer>
                    </io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                  </environments>
                </settings>
                """);
        String before = binding("kept", kind);

        form("kept", kind).save();

        assertThat(words(binding("kept", kind))).isEqualTo(words(before));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aProjectIsBoundChangedAndUnbound(Kind kind) throws Exception {
        kind.create(controller, name("fresh", kind), "");

        Form form = form("fresh", kind);
        form.tick("Hades project", true)
                .enter("repository", "https://git.example.com/fresh.git")
                .enter("credentialsId", "git-key")
                .enter("config", "run: {port: 80}")
                .press("Add environment")
                .part("div[name=environments]")
                .enter("name", "production")
                .enter("deployServer", "web-1");
        form.save();

        assertThat(words(binding("fresh", kind))).isEqualTo(words("""
                <settings>
                  <repository>https://git.example.com/fresh.git</repository>
                  <credentialsId>git-key</credentialsId>
                  <config>run: {port: 80}</config>
                  <environments>
                    <io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                      <name>production</name>
                      <deployServer>web-1</deployServer>
                    </io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings>
                  </environments>
                </settings>
                """));

        Form again = form("fresh", kind);
        again.enter("repository", "https://git.example.com/other.git").enter("credentialsId", "");
        again.save();
        assertThat(binding("fresh", kind)).contains("other.git", "production").doesNotContain("git-key");

        Form last = form("fresh", kind);
        last.tick("Hades project", false);
        last.save();
        assertThat(config("fresh", kind)).doesNotContain("hades");
    }

    @Test
    void theFormsOfferOnlyWhatTheItemMayUse() throws Exception {
        controller.configure("narrow.yaml", """
                unclassified:
                  hades:
                    servers:
                      - ssh: {name: narrow, host: narrow.example.com, credentialsId: server-key, build: true, deploy: true, projects: "offers-elsewhere"}
                """);
        controller.reload();
        Kind.JOB.create(
                controller,
                name("offers", Kind.JOB),
                "<settings><repository>https://git.example.com/a.git</repository></settings>");

        assertThat(form("offers", Kind.JOB).offered("buildServer")).isEqualTo(List.of("", "web-1"));
        controller.unconfigure("narrow.yaml");
    }

    private Form form(String name, Kind kind) throws Exception {
        return browser.form(Items.path(name(name, kind)) + "/configure", "config");
    }

    private static String name(String name, Kind kind) {
        return name + "-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String config(String name, Kind kind) throws Exception {
        return controller
                .admin()
                .get(Items.path(name(name, kind)) + "/config.xml")
                .body();
    }

    private String binding(String name, Kind kind) throws Exception {
        String xml = config(name, kind);
        assertThat(xml).contains("<settings>");
        return xml.substring(xml.indexOf("<settings>"), xml.indexOf("</settings>") + "</settings>".length());
    }

    /** The lines in an order of their own: a form writes the fields in another one. */
    private static List<String> words(String xml) {
        return xml.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }
}
