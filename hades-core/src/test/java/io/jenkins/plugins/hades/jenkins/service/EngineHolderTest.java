package io.jenkins.plugins.hades.jenkins.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.assembly.EngineAssembly;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.EngineSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.ItemDirectory;
import io.jenkins.plugins.hades.jenkins.settings.EmbeddedStore;
import io.jenkins.plugins.hades.jenkins.settings.PostgresStore;
import io.jenkins.plugins.hades.oplog.FileOperationLogs;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the engine is opened, opened anew, and closed. */
class EngineHolderTest {
    private static final EngineBasis EMBEDDED = new EngineBasis(new EmbeddedStore(), Optional.empty());
    private static final EngineBasis ELSEWHERE =
            new EngineBasis(new PostgresStore("jdbc:postgresql://a/b", "c"), Optional.empty());

    private final List<EngineBasis> opened = new CopyOnWriteArrayList<>();
    private final List<EngineBasis> closed = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private volatile boolean broken;
    private final EngineHolder holder = new EngineHolder(this::open);

    @AfterEach
    void close() {
        holder.close();
    }

    @Test
    void itIsOpenedWhenItIsFirstNeeded() throws Exception {
        holder.allow(false);
        assertThat(holder.ifOpen()).isEmpty();

        Engine engine = holder.engine();

        assertThat(holder.engine()).isSameAs(engine);
        assertThat(holder.ifOpen()).containsSame(engine);
        assertThat(opened).containsExactly(EMBEDDED);
    }

    @Test
    void itIsOpenedAtOnceWhereThereAreRecords() {
        holder.allow(true);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> holder.ifOpen()
                .isPresent());
    }

    @Test
    void anotherBasisClosesItAndOpensItAnew() throws Exception {
        holder.allow(false);
        Engine first = holder.engine();

        holder.use(EMBEDDED);
        holder.use(ELSEWHERE);

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> holder.ifOpen().filter(engine -> engine != first).isPresent());
        assertThat(opened).containsExactly(EMBEDDED, ELSEWHERE);
        assertThat(closed).containsExactly(EMBEDDED);
    }

    @Test
    void whyItCouldNotBeOpenedIsToldUntilTheConfigurationChanges() throws Exception {
        broken = true;
        holder.allow(false);

        assertThatThrownBy(holder::engine).hasMessageContaining("the store is on fire");
        assertThat(holder.failure()).get().extracting(HadesException::kind).isEqualTo(ErrorKind.INTERNAL);
        assertThatThrownBy(holder::engine).hasMessageContaining("the store is on fire");
        assertThat(opened).as("not tried again at once").hasSize(1);

        broken = false;
        holder.use(EMBEDDED);
        assertThat(holder.engine()).isNotNull();
        assertThat(holder.failure()).isEmpty();
    }

    @Test
    void afterItsEndItIsNotOpenedAgain() throws Exception {
        holder.allow(false);
        holder.engine();

        holder.close();

        assertThat(closed).containsExactly(EMBEDDED);
        assertThat(holder.ifOpen()).isEmpty();
        assertThatThrownBy(holder::engine).hasMessageContaining("Jenkins is stopping");
    }

    private OpenEngine open(EngineBasis basis) {
        opened.add(basis);
        if (broken) {
            throw new HadesException(ErrorKind.INTERNAL, "Opening the store", "the store is on fire", "Put it out");
        }
        EngineAssembly assembly = EngineAssembly.of(
                JdbcStores.memory(new JenkinsSealer(() -> new SecretKeySpec(new byte[32], "AES"))),
                new FileOperationLogs(folder, id -> true),
                folder.resolve("uploads"),
                new ItemDirectory(),
                Optional.empty(),
                EngineSettings.of("a test"));
        return new OpenEngine() {
            @Override
            public Triggers triggers() {
                return assembly.triggers();
            }

            @Override
            public Engine engine() {
                return assembly.engine();
            }

            @Override
            public void close() {
                assembly.close();
                closed.add(basis);
            }
        };
    }
}
