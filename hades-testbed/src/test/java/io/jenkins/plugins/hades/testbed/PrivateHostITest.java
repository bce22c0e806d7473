package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrivateHostITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.DOCKER);
    }

    @Test
    void what_one_host_writes_no_other_sees() throws Exception {
        TestHost one = Testbed.shared().host("one");
        TestHost other = Testbed.shared().host("other");

        for (String folder : new String[] {"/root", "/home", "/srv", "/opt", "/tmp", "/run", "/dev/shm", "/etc"}) {
            Files.writeString(one.file(folder + "/only-on-one"), "x");
        }

        for (String folder : new String[] {"/root", "/home", "/srv", "/opt", "/tmp", "/run", "/dev/shm", "/etc"}) {
            assertThat(one.command("cat", folder + "/only-on-one").run().text()).isEqualTo("x");
            assertThat(other.file(folder + "/only-on-one")).doesNotExist();
            assertThat(Path.of(folder, "only-on-one")).doesNotExist();
        }
    }

    @Test
    void hosts_reach_each_other_and_this_jvm_but_not_the_rest_of_the_world() {
        TestHost one = Testbed.shared().host("one");
        TestHost other = Testbed.shared().host("other");
        String probe = "exec 3<>/dev/tcp/$0/$1";

        assertThat(one.command("bash", "-c", probe, other.ssh().host(), "22")
                        .run()
                        .exit())
                .isZero();
        assertThat(one.command("ip", "route", "get", Testbed.shared().address())
                        .run()
                        .exit())
                .isZero();
        assertThat(one.command("ip", "route", "get", "192.0.2.1").run().err()).contains("unreachable");
    }

    @Test
    void a_hidden_program_is_gone_on_this_host_only() {
        TestHost bare = Testbed.shared().host("bare");

        bare.place().hide("/usr/bin/docker");
        bare.place().hide("/usr/bin/git");

        assertThat(bare.command("sh", "-c", "command -v docker git").run().exit())
                .isNotZero();
        assertThat(bare.command("sh", "-c", "command -v ls").run().exit()).isZero();
        assertThat(Testbed.shared()
                        .host("one")
                        .command("sh", "-c", "command -v docker")
                        .run()
                        .exit())
                .isZero();
        assertThat(Path.of("/usr/bin/docker")).isExecutable();
    }

    @Test
    void a_shrunk_folder_is_full_soon() {
        TestHost small = Testbed.shared().host("small");

        small.place().shrink("/srv/data", 1);

        assertThat(small.command("dd", "if=/dev/zero", "of=/srv/data/big", "bs=1M", "count=2")
                        .run()
                        .err())
                .contains("No space left on device");
    }
}
