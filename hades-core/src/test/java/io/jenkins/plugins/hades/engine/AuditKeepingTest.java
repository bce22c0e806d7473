package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.config.servers.ServersFile;
import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.secret.TestSealer;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.store.AuditQuery;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeepingTest {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store = JdbcStores.memory(new TestSealer());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsOldEnoughGoesAndTheAuditSaysSo() {
        for (int i = 0; i < 2345; i++) {
            add();
        }

        keeping(KEPT.plusMinutes(1)).tidy();

        assertThat(list()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("hades");
            assertThat(entry.action()).isEqualTo("audit.remove");
            assertThat(entry.detail()).startsWith("2345 from before ");
        });
    }

    @Test
    void whatIsYoungerStaysAndNothingIsSaid() {
        add();

        keeping(KEPT.minusMinutes(1)).tidy();

        assertThat(list()).singleElement().extracting(AuditRecord::actor).isEqualTo("anna");
    }

    @Test
    void aServersFileThatSaysNothingKeepsItAsLongAsJenkinsDoes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("servers.yml"), "servers: {}\n");

        assertThat(ServersFile.read(file).auditKept()).isEqualTo(Directory.AUDIT_KEPT);
    }

    /** As it would be so much later. */
    private AuditKeeping keeping(Duration later) {
        Directory directory = new Directory() {
            @Override
            public ProjectDefinition definition(Project project) {
                throw new AssertionError("the audit needs no project");
            }

            @Override
            public List<ServerSpec> servers() {
                return List.of();
            }

            @Override
            public Duration auditKept() {
                return KEPT;
            }
        };
        return new AuditKeeping(store, directory, Clock.offset(Clock.systemUTC(), later));
    }

    private void add() {
        store.audit()
                .add(new AuditRecord(
                        0,
                        Instant.EPOCH,
                        "anna",
                        "test",
                        "server.add",
                        AuditOutcome.DONE,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        ""));
    }

    private List<AuditRecord> list() {
        return store.audit()
                .list(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        5000));
    }
}
