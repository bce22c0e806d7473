package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms of the steps in the snippet generator. */
@ExtendWith(OnController.class)
class SnippetsITest {
    private final Bench bench;
    private final Controller controller;
    private Browser browser;
    private HtmlPage page;

    SnippetsITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @BeforeEach
    void open() throws Exception {
        if (controller.admin().get("/job/snippets/").statusCode() == 404) {
            PipelineJob.create(controller, "snippets", bench.apps().binding("snippets"));
        }
        browser = new Browser(controller);
        page = browser.open("/job/snippets/pipeline-syntax/");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void hadesDeploy() throws Exception {
        Form form = step("hadesDeploy: Deploy an environment of a Hades project");

        assertThat(form.offered("project")).containsExactly("", "snippets");
        assertThat(form.offered("buildServer")).containsExactly("", "web-1");
        assertThat(form.offered("deployServer")).containsExactly("", "web-1");
        assertHelp(form, "environment", "project", "ref", "env", "buildServer", "deployServer", "config", "timeout");
        form.enter("environment", "production");
        assertThat(snippet()).isEqualTo("hadesDeploy 'production'");
        form.enter("project", "snippets")
                .enter("ref", "v1.2")
                .enter("env", "A=1\n\n B=two words ")
                .enter("buildServer", "web-1")
                .enter("deployServer", "web-1")
                .enter("config", "deploy/hades.yml")
                .enter("timeout", "30");
        assertThat(snippet())
                .isEqualTo(
                        "hadesDeploy buildServer: 'web-1', config: 'deploy/hades.yml', deployServer: 'web-1', env: ['A=1', 'B=two words'],"
                                + " environment: 'production', project: 'snippets', ref: 'v1.2', timeout: 30");
    }

    @Test
    void hadesEnv() throws Exception {
        Form form = step("hadesEnv: Run with the variables of an environment of a Hades project");

        assertThat(form.offered("project")).containsExactly("", "snippets");
        assertHelp(form, "environment", "project");
        form.enter("environment", "production");
        assertThat(snippet()).isEqualTo("hadesEnv('production') {\n    // some block\n}");
        form.enter("project", "snippets");
        assertThat(snippet())
                .isEqualTo("hadesEnv(environment: 'production', project: 'snippets') {\n    // some block\n}");
    }

    @Test
    void hadesSetEnv() throws Exception {
        Form form = step("hadesSetEnv: Change the variables of an environment of a Hades project");

        assertThat(form.offered("project")).containsExactly("", "snippets");
        assertHelp(form, "environment", "project", "set", "unset", "secret", "build");
        form.enter("environment", "production")
                .enter("set", "A=1\nB=2")
                .enter("unset", "OLD")
                .enter("build", "true");
        assertThat(snippet())
                .isEqualTo("hadesSetEnv build: true, environment: 'production', set: ['A=1', 'B=2'], unset: ['OLD']");
        form.press("Add secret variable");
        Form secret = form.part("div[name=secret]");
        assertHelp(secret, "name", "credentialsId");
        assertThat(secret.offered("credentialsId")).contains("canary").doesNotContain("server-key");
        secret.enter("name", "PASSWORD").enter("credentialsId", "canary");
        form.enter("set", "").enter("unset", "").enter("build", "false");
        assertThat(snippet()).isEqualTo("hadesSetEnv environment: 'production', secret: [PASSWORD: 'canary']");
    }

    @Test
    void aWrongEntryIsToldBesideItsField() throws Exception {
        Form form = step("hadesDeploy: Deploy an environment of a Hades project");

        form.enter("environment", "No Such Name!").enter("env", "WITHOUT");

        assertThat(form.error("environment")).contains("No Such Name!");
        assertThat(form.error("env")).contains("\"WITHOUT\" has no =");
    }

    private Form step(String name) throws Exception {
        browser.await(
                "the form of the first step",
                () -> page.querySelector(".dropdownList-container .setting-main") != null);
        browser.settle();
        HtmlSelect steps = page.querySelector("select.dropdownList");
        steps.setSelectedAttribute(steps.getOptionByText(name), true);
        HtmlForm form = page.getFormByName("config");
        return new Form(browser, form, form).part(".dropdownList-container");
    }

    private String snippet() throws IOException {
        HtmlTextArea shown = (HtmlTextArea) page.getElementById("prototypeText");
        shown.setText("");
        browser.press(page.getElementById("generatePipelineScript"));
        browser.await("a snippet", () -> !shown.getText().isBlank());
        return shown.getText().strip();
    }

    private void assertHelp(Form form, String... properties) throws Exception {
        for (String property : List.of(properties)) {
            String text = controller.admin().get(form.help(property)).body();
            assertThat(text).as("help of %s", property).contains("<div>").hasSizeGreaterThan(40);
        }
    }
}
