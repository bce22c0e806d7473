package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the two files that a first deployment needs. */
@Command(
        name = "init",
        description =
                "Writes a hades.yml into a project's folder, and a servers file to fill in; leaves files that are there as they are.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private static final Pattern EXPOSE = Pattern.compile("(?im)^\\s*EXPOSE\\s+(\\d{1,5})");
    private static final String DEFAULT_PORT = "8080";

    @Mixin
    private Common common;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "The project's folder (${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public Integer call() {
        String config = template("hades.yml").replace("@port@", port());
        write(folder.resolve("hades.yml"), config, "rw-r--r--");
        write(common.home().config(), template("servers.yml"), "rw-------");
        common.printer()
                .line("Next: fill in " + common.home().config() + ", then: hades servers check, hades deploy URL");
        return 0;
    }

    private String port() {
        Path dockerfile = folder.resolve("Dockerfile");
        if (!Files.isRegularFile(dockerfile)) {
            return DEFAULT_PORT;
        }
        try {
            Matcher exposed = EXPOSE.matcher(Files.readString(dockerfile));
            return exposed.find() ? exposed.group(1) : DEFAULT_PORT;
        } catch (IOException e) {
            throw failed("Reading " + dockerfile, e);
        }
    }

    private void write(Path file, String text, String rights) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(
                        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)))
                    .close();
            Files.writeString(file, text);
            common.printer().line("Wrote " + file);
        } catch (FileAlreadyExistsException e) {
            common.printer().line("Left " + file + " as it is");
        } catch (IOException e) {
            throw failed("Writing " + file, e);
        }
    }

    private static HadesException failed(String doing, IOException e) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                doing,
                e.getClass().getSimpleName() + " " + e.getMessage(),
                "Name a folder that you may write to",
                e);
    }

    private static String template(String name) {
        try (InputStream stream = InitCommand.class.getResourceAsStream("init/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failed("Reading the template of " + name, e);
        }
    }
}
