package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that a testbed started outlives it, unless it was told to. */
class TestbedEndITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.DOCKER, Need.BUSYBOX, Need.SSHD);
    }

    @Test
    void what_a_killed_jvm_left_is_ended_by_the_next_testbed() throws Exception {
        Process jvm = start("wait");
        Left left = Left.read(jvm);
        left.assertRuns();

        jvm.destroyForcibly();
        assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (Testbed next = Testbed.open()) {
            assertThat(next.folder("x")).isDirectory();
        }

        await().untilAsserted(left::assertGone);
    }

    @Test
    void a_jvm_that_ends_by_itself_takes_its_servers_along() throws Exception {
        Process jvm = start("end");
        Left left = Left.read(jvm);

        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();

        await().untilAsserted(left::assertGone);
    }

    @Test
    void a_testbed_is_left_alone_by_those_that_are_opened_beside_it_in_its_own_and_in_other_jvms() throws Exception {
        try (Testbed testbed = Testbed.open()) {
            TestHost host = testbed.host("first");
            Testbed.open().close();

            assertThat(start("end", "").waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(host.command("hostname").run().orFail().text()).isEqualTo("first");
            assertThat(testbed.host("second").command("hostname").run().orFail().text())
                    .isEqualTo("second");
        }
    }

    @Test
    void kept_servers_run_on_until_they_are_ended_on_purpose() throws Exception {
        String name = "test-" + UUID.randomUUID();
        Process jvm = start("keep", name);
        Left left = Left.read(jvm);
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Testbed.open().close();
        left.assertRuns();

        assertThat(Testbed.endKept(name)).isEqualTo(1);

        await().untilAsserted(left::assertGone);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), AbandonedTestbed.class.getName()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * What a JVM started: a container's process, a process that detached itself, its host's folder. They are waited for, as ended processes are listed until
     * their parent asks for their exit code, and as another testbed of this machine may be quicker to clean up, and is then not done yet.
     */
    private record Left(Path container, Path detached, Path folder) {

        static Left read(Process jvm) throws IOException {
            try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
                String[] words = lines.readLine().split(" ", -1);
                assertThat(words[0]).isEqualTo("started");
                return new Left(Path.of("/proc", words[1]), Path.of("/proc", words[2]), Path.of(words[3]));
            }
        }

        void assertRuns() {
            assertThat(container).exists();
            assertThat(detached).exists();
            assertThat(folder).exists();
        }

        void assertGone() {
            assertThat(container).doesNotExist();
            assertThat(detached).doesNotExist();
            assertThat(folder).doesNotExist();
        }
    }
}
