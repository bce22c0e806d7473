package io.jenkins.plugins.hades.cli.install;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user and the service by which an installed Hades runs. Blocks while the system's programs work. */
public final class SystemService {
    private static final String USER = "hades";
    private static final Path SYSTEMD = Path.of("/run/systemd/system");

    /** Makes the user, and starts the service, now and with the machine; restarts it after an upgrade. */
    public String start() throws InterruptedException {
        if (run("id", "-u", USER).code != 0) {
            require(
                    "useradd",
                    "--system",
                    "--create-home",
                    "--home-dir",
                    "/var/lib/hades",
                    "--shell",
                    "/usr/sbin/nologin",
                    USER);
        }
        if (!Files.isDirectory(SYSTEMD)) {
            return "This machine does not run systemd; have its init run, as user hades: hades service";
        }
        require("systemctl", "daemon-reload");
        require("systemctl", "enable", "hades.service");
        require("systemctl", "restart", "hades.service");
        return "The service hades runs, and starts with the machine.";
    }

    /** Stops the service; the user stays, as it owns the records. */
    public void stop() throws InterruptedException {
        if (Files.isDirectory(SYSTEMD)) {
            require("systemctl", "disable", "--now", "hades.service");
        }
    }

    /** Lets the system forget the service, once its files are removed. */
    public void forget() throws InterruptedException {
        if (Files.isDirectory(SYSTEMD)) {
            require("systemctl", "daemon-reload");
        }
    }

    private static void require(String... command) throws InterruptedException {
        Result result = run(command);
        if (result.code != 0) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Running " + String.join(" ", command),
                    result.output.isBlank() ? "exit code " + result.code : result.output.strip(),
                    "Run hades install as root");
        }
    }

    private static Result run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Running " + String.join(" ", command),
                    String.valueOf(e.getMessage()),
                    "Install the program",
                    e);
        }
    }

    private record Result(int code, String output) {}
}
