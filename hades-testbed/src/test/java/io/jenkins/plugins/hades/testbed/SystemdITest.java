package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.host.Systemd;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SystemdITest {

    private static final Path UNIT = Path.of("/etc/systemd/system/probe.service");

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SYSTEMD);
    }

    @Test
    void an_enabled_service_runs_again_after_a_power_cut_and_this_machine_knows_nothing_of_it() throws Exception {
        try (TestHost host = Testbed.shared().host("booted")) {
            Systemd systemd = Systemd.bootOn(host.place());
            Files.writeString(
                    host.file(UNIT.toString()),
                    "[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n");
            systemd.command("systemctl", "enable", "--now", "probe").run().orFail();
            assertThat(systemd.stateOf("probe")).isEqualTo("active");

            systemd.powerCycle();

            assertThat(systemd.stateOf("probe")).isEqualTo("active");
            assertThat(UNIT).doesNotExist();
        }
    }
}
