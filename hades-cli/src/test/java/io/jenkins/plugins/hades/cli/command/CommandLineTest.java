package io.jenkins.plugins.hades.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on an empty store, without any server. */
class CommandLineTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItSaysHowToGoOn() {
        assertThat(plain()).isEqualTo(2);
        assertThat(err.toString()).contains("hades help");
    }

    @Test
    void helpListsTheCommands() {
        assertThat(plain("help")).isZero();
        assertThat(out.toString()).contains("deploy", "rollback", "servers", "shell", "env", "destroy", "demo", "init");
    }

    @Test
    void theCompletionScriptIsPrinted() {
        assertThat(plain("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_hades");
    }

    @Test
    void statusOfAnEmptyStoreIsAnEmptyTable() {
        assertThat(hades("status")).isZero();
        assertThat(out.toString().lines()).hasSize(1).first().asString().startsWith("PROJECT");
    }

    @Test
    void statusAsJsonIsAnArray() {
        assertThat(hades("status", "--json")).isZero();
        assertThat(out.toString().strip()).isEqualTo("[ ]");
    }

    @Test
    void aProjectThatIsNotThereIsNamedInTheError() {
        assertThat(hades("releases", "--project", "shop")).isEqualTo(4);
        assertThat(err.toString()).contains("Choosing project shop failed");
    }

    @Test
    void anOperationThatIsNotThereIsNotFound() {
        assertThat(hades("logs", "77")).isEqualTo(4);
        assertThat(hades("cancel", "77")).isEqualTo(4);
    }

    @Test
    void aMissingServersFileIsNamed() {
        assertThat(hades("servers", "check")).isEqualTo(4);
        assertThat(err.toString()).contains("servers.yml").contains("there is no such file");
    }

    @Test
    void aSecretOnTheCommandLineIsRefused() {
        assertThat(hades("env", "set", "--secret", "PASSWORD=hunter2")).isEqualTo(3);
        assertThat(err.toString())
                .contains("must not stand on the command line")
                .doesNotContain("hunter2");
    }

    @Test
    void aVariableWithoutAValueIsRefused() {
        assertThat(hades("env", "set", "GREETING")).isEqualTo(3);
        assertThat(err.toString()).contains("Write NAME=VALUE");
    }

    @Test
    void initWritesBothFilesOnceAndKeepsThemThen() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("Dockerfile"), "FROM scratch\nEXPOSE 3000\n");

        assertThat(hades("init", project.toString())).isZero();
        assertThat(project.resolve("hades.yml")).content().contains("port: 3000");
        Files.writeString(project.resolve("hades.yml"), "# mine\n");
        assertThat(hades("init", project.toString())).isZero();
        assertThat(project.resolve("hades.yml")).hasContent("# mine\n");
        assertThat(out.toString()).contains("Left " + project.resolve("hades.yml") + " as it is");
    }

    @Test
    void theFilesThatInitWritesCanBeRead() throws Exception {
        hades("init", folder.toString());

        io.jenkins.plugins.hades.config.ProjectConfigs.parse(
                "hades.yml", Files.readString(folder.resolve("hades.yml")));
        assertThat(hades("servers", "list")).isZero();
        assertThat(out.toString()).contains("server-1").contains("deploy@server.example.com:22");
    }

    private int plain(String... arguments) {
        return HadesCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int hades(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--home",
                folder.resolve("home").toString(),
                "--servers",
                folder.resolve("servers.yml").toString()));
        return plain(all.toArray(String[]::new));
    }
}
