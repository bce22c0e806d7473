package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.secret.TestSealer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What concerns the files of the embedded store. */
class FileStoreTest {
    private static final Project PROJECT = new Project(UUID.randomUUID(), "studio/site");

    @TempDir
    private Path temporary;

    @Test
    void aSecondOpenerInThisProcessIsRefused() {
        try (Store store = open()) {
            assertThatThrownBy(this::open).isInstanceOfSatisfying(HadesException.class, e -> {
                assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
                assertThat(e).hasMessageContaining("this process has it open");
            });
            assertThat(store.projects().list()).isEmpty();
        }
        open().close();
    }

    @Test
    void itsOwnerIsNamedWhileItIsOpen() throws IOException {
        try (Store store = open()) {
            StoreOwner owner = JdbcStores.owner(folder()).orElseThrow();
            assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(owner.user()).isEqualTo(System.getProperty("user.name"));
            assertThat(store.projects().list()).isEmpty();
        }
        assertThat(JdbcStores.owner(folder())).isEmpty();
    }

    @Test
    void anotherProcessIsNamedAndItsDeathGivesTheStoreFree() throws Exception {
        try (StoreChild child = StoreChild.hammer(1, folder().toString())) {
            child.awaitChanges(3);

            assertThatThrownBy(this::open).isInstanceOfSatisfying(HadesException.class, e -> {
                assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
                assertThat(e).hasMessageContaining("process " + child.pid()).hasMessageContaining("since ");
            });
            child.awaitChanges(6);
            child.kill();
        }
        assertThat(JdbcStores.owner(folder())).isPresent();
        try (Store store = open()) {
            assertThat(store.projects().list()).isNotEmpty();
        }
    }

    @Test
    void itsFilesAreForTheirUserAlone() throws IOException {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (Store store = open();
                Stream<Path> files = Files.walk(folder())) {
            store.projects().save(PROJECT);
            assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aStoreOfANewerVersionIsLeftAsItIs() throws Exception {
        filled();
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder().resolve("hades"), "hades", "")) {
            connection
                    .createStatement()
                    .execute(
                            "INSERT INTO \"hades_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                    + " \"script\", \"installed_by\", \"execution_time\", \"success\")"
                                    + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 'hades', 1, TRUE)");
        }
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(e).hasMessageContaining("newer version").hasMessageContaining("99");
        });
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aLostFileIsNotTakenForANewStore() throws IOException {
        filled();
        Files.delete(file());

        assertThatThrownBy(this::open)
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("Restore");
        assertThat(file()).doesNotExist();

        Files.createFile(file());
        assertThatThrownBy(this::open).isInstanceOf(HadesException.class).hasMessageContaining("is empty");
        assertThat(file()).isEmptyFile();
    }

    @Test
    void aStoreThatWasNeverCompletedIsMadeAnew() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("hades-unfinished.mv.db"), new byte[5000]);

        try (Store store = open()) {
            assertThat(store.projects().list()).isEmpty();
        }
        assertThat(folder().resolve("hades-unfinished.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "no header", "no content"})
    void aDamagedStoreIsRefusedAndLeftAsItIs(String damage) throws IOException {
        filled();
        byte[] bytes = Files.readAllBytes(file());
        switch (damage) {
            case "garbage" -> new Random(7).nextBytes(bytes);
            case "no header" -> Arrays.fill(bytes, 0, 8192, (byte) 0);
            default -> Arrays.fill(bytes, 8192, bytes.length, (byte) 0);
        }
        Files.write(file(), bytes);

        assertThatThrownBy(this::open).isInstanceOfSatisfying(HadesException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL);
            assertThat(e).hasMessageContaining("damaged").hasMessageContaining("restore it from a backup");
        });
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsPath() throws IOException {
        Files.createFile(folder());

        assertThatThrownBy(this::open).isInstanceOf(HadesException.class).hasMessageContaining(folder().toString());
        Path path = temporary.resolve("a;b");
        assertThatThrownBy(() -> JdbcStores.h2(path, new TestSealer()))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    @Test
    void aContextClassLoaderThatKnowsNothingDoesNotMatter() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader strange = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(strange);
            filled();
            try (Store store = open()) {
                assertThat(store.projects().list()).containsExactly(PROJECT);
            }
            try (Store store = JdbcStores.memory(new TestSealer())) {
                assertThat(store.projects().list()).isEmpty();
            }
            assertThat(thread.getContextClassLoader()).isSameAs(strange);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        Store store = open();
        store.close();
        store.close();

        assertThatThrownBy(() -> store.projects().list())
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("is closed");
    }

    private void filled() {
        try (Store store = open()) {
            store.projects().save(PROJECT);
            List.of("a", "b", "c").forEach(name -> store.environments().define(PROJECT.id(), name));
        }
    }

    private Store open() {
        return JdbcStores.h2(folder(), new TestSealer());
    }

    private Path folder() {
        return temporary.resolve("store");
    }

    private Path file() {
        return folder().resolve("hades.mv.db");
    }
}
