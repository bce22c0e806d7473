package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue and the audit in a real browser. */
class QueueAndAuditITest {
    @TempDir
    Path folder;

    private AdministrationBed bed;
    private Page page;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.CHROMIUM);
    }

    @BeforeEach
    void open() throws Exception {
        bed = new AdministrationBed(folder, folder.resolve("servers.yml"));
        page = bed.page;
    }

    @AfterEach
    void close() throws Exception {
        bed.close();
    }

    @Test
    void whatWaitsIsShownWithItsReasonAndCanBeCancelled() throws Exception {
        page.click("Queue");
        page.awaitText("Nothing waits, and nothing is at work.");
        String environment = bed.environment("production");
        bed.ask(
                "bob",
                "POST",
                "/environments/" + environment + "/lock",
                "{\"reason\": \"<b>Stock-taking</b>\", \"time\": \"PT1H\"}");
        bed.ask(
                "anna",
                "POST",
                "/environments/" + environment + "/operations",
                "{\"kind\": \"DEPLOY\", \"ref\": \"v2\"}");
        bed.ask("carol", "POST", "/environments/" + environment + "/operations", "{\"kind\": \"RESTART\"}");

        page.awaitText("2 operations wait");
        page.awaitText("the lock of bob: <b>Stock-taking</b>, ends in");
        assertThat(page.text())
                .contains("1 Deployment v2", "shop / production", "operation 1 in the same environment", "carol test");
        bed.page.pictures("queue");

        page.click("Cancel it");
        page.awaitText("It has not begun. Nothing is changed.");
        page.click("Cancel the operation");
        page.awaitText("1 operation waits");
        assertThat(page.text()).contains("Operation 1 is being cancelled.");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void theAuditIsFilteredTurnedAndExported() throws Exception {
        String environment = bed.environment("production");
        for (int i = 0; i < 60; i++) {
            bed.ask(
                    "bob",
                    "PATCH",
                    "/environments/" + environment + "/variables",
                    "{\"set\": [{\"name\": \"N_" + i + "\", \"value\": \"x\", \"secret\": false}]}");
        }

        page.click("Audit");
        page.awaitText("N_59");
        assertThat(page.text()).contains("bob test", "Changed variables", "shop / production");
        assertThat(rows()).isEqualTo(50);
        bed.page.pictures("audit");
        page.click("Older");
        page.awaitText("Defined an environment");
        assertThat(rows()).isEqualTo(12);
        page.click("Newer");
        page.awaitText("N_59");

        page.evaluate("(() => { const s = [...document.querySelectorAll('select')].find(e =>"
                + " [...e.options].some(o => o.value === 'project.register')); s.value = 'project.register';"
                + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
        page.await("document.querySelectorAll('tbody tr').length === 1");
        assertThat(page.text()).contains("Recorded a project", "anna test");

        page.evaluate("(() => { const make = URL.createObjectURL; URL.createObjectURL = blob => {"
                + " window.saved = blob.text(); return make(blob); }; })()");
        page.click("Export as CSV");
        page.awaitText("Exported: 1 records.");
        assertThat(page.evaluate("window.saved").asText())
                .startsWith("\"id\",\"at\",\"actor\"")
                .contains("\"anna\",\"test\",\"project.register\",\"DONE\"")
                .hasLineCount(2);
        assertThat(page.complaints()).isEmpty();
    }

    private int rows() throws Exception {
        return page.evaluate("document.querySelectorAll('tbody tr').length").asInt();
    }
}
