package io.jenkins.plugins.hades.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose files are damaged, or of a newer version: the command says so, and leaves them as they are. */
class DamagedHomeTest {
    @TempDir
    Path folder;

    private Path home;
    private Path store;
    private StringWriter err;

    @BeforeEach
    void begin() {
        home = folder.resolve("home");
        store = home.resolve("store/hades.mv.db");
        assertThat(hades("status")).isZero();
    }

    @Test
    void aStoreThatIsOverwrittenIsToldAndLeft() throws IOException {
        byte[] damaged = new byte[20_000];
        Arrays.fill(damaged, (byte) 'x');
        Files.write(store, damaged);

        assertThat(hades("status")).isEqualTo(ExitCode.INTERNAL.code());

        assertThat(err.toString())
                .contains("Opening the store in " + store.getParent() + " failed: ", "damaged", "backup")
                .doesNotContain("\tat ", "Exception");
        assertThat(Files.readAllBytes(store)).isEqualTo(damaged);
    }

    @Test
    void aStoreThatIsCutOffIsToldAndLeft() throws IOException {
        byte[] whole = Files.readAllBytes(store);
        byte[] cut = Arrays.copyOf(whole, whole.length / 3);
        Files.write(store, cut);

        assertThat(hades("operations")).isEqualTo(ExitCode.INTERNAL.code());

        assertThat(err.toString()).contains("Opening the store in ", "damaged", "backup");
        assertThat(Files.readAllBytes(store)).isEqualTo(cut);
    }

    @Test
    void aStoreOfANewerVersionIsToldAtOnceAndLeft() throws Exception {
        String url = "jdbc:h2:file:" + store.resolveSibling("hades");
        try (Connection connection = DriverManager.getConnection(url, "hades", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE \"hades_schema_history\" SET \"version\" = '99' WHERE \"version\" = '1'");
        }
        byte[] newer = Files.readAllBytes(store);

        assertThat(hades("deploy")).isEqualTo(ExitCode.CONFLICT.code());

        assertThat(err.toString()).contains("newer version of Hades", "form 99", "Nothing was changed");
        assertThat(Files.readAllBytes(store)).isEqualTo(newer);
    }

    @Test
    void aHomeThatIsAFileIsTold() throws IOException {
        home = Files.createFile(folder.resolve("file"));

        assertThat(hades("status")).isEqualTo(ExitCode.BAD_INPUT.code());

        assertThat(err.toString()).contains("Making the folder " + home + " failed: ", "--home");
    }

    @Test
    void aHomeThatOthersCouldReadIsClosedToThem() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(hades("status")).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    private int hades(String command) {
        err = new StringWriter();
        return HadesCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        command,
                        "--home",
                        home.toString(),
                        "--servers",
                        folder.resolve("servers.yml").toString());
    }
}
