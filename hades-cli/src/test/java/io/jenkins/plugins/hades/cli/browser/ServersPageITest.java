package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers of {@code hades serve} in a real browser: they stand in a file, so that they are shown and checked, and changed there. */
class ServersPageITest {
    private TestHost server;
    private CliBed cli;
    private AdministrationBed bed;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.CHROMIUM);
    }

    @BeforeEach
    void open() throws Exception {
        server = Testbed.shared().host("servers-page");
        Path folder = Testbed.shared().folder("servers-page");
        cli = new CliBed(folder, Map.of("web-1", server));
        bed = new AdministrationBed(folder, cli.servers());
    }

    @AfterEach
    void close() throws Exception {
        bed.close();
    }

    @Test
    void aServerIsShownAndCheckedAndThePageSaysWhereItIsChanged() throws Exception {
        Page page = bed.page;
        page.click("Servers");
        page.awaitText("Servers are added and changed in the file " + cli.servers());
        page.awaitText("web-1");
        assertThat(page.text())
                .contains("web-1", "building, running", "nothing")
                .doesNotContain("Add a server");

        page.click("Check web-1");
        page.awaitText("host key verified");
        assertThat(page.text()).contains("What was found on web-1", "clock", "docker", "MiB free");
        bed.page.pictures("servers");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void aServerShowsItsHostKeysToWhoDoesNotKnowItYet() throws Exception {
        SshServer ssh = server.ssh();
        JsonNode keys = bed.ask(
                "anna", "POST", "/host-keys", "{\"host\": \"%s\", \"port\": %d}".formatted(ssh.host(), ssh.port()));

        assertThat(keys)
                .extracting(key -> key.at("/attributes/line").asText())
                .anySatisfy(line -> assertThat(ssh.knownHostsLine()).endsWith(line));
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(key.at("/attributes/fingerprint").asText()).startsWith("SHA256:"));
    }
}
