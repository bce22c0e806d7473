package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.cli.install.Installation;
import io.jenkins.plugins.hades.cli.install.SystemService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts Hades on a Linux server for good. */
@Command(
        name = "install",
        description =
                "Installs this Hades below /opt/hades, as the command hades and as a service that starts with the machine; upgrades one that is there. Needs root.",
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
    private static final Path SYSTEM = Path.of("/");

    @Option(names = "--remove", description = "Remove it; records and settings in /var/lib/hades stay.")
    private boolean remove;

    @Option(
            names = "--root",
            paramLabel = "FOLDER",
            defaultValue = "/",
            description = "Install into another root folder; then no user and no service is made.")
    private Path root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = root.toAbsolutePath().normalize();
        Installation installation = new Installation(folder);
        boolean system = folder.equals(SYSTEM);
        if (remove) {
            if (!installation.installed()) {
                say("Hades is not installed in " + folder);
                return ExitCode.NOT_FOUND.code();
            }
            if (system) {
                new SystemService().stop();
            }
            installation.remove();
            if (system) {
                new SystemService().forget();
            }
            say("Removed. Records and settings stay in /var/lib/hades.");
            return 0;
        }
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        installation
                .install(jars, Path.of(System.getProperty("hades.examples", "examples")), java)
                .forEach(file -> say("Wrote " + file));
        if (system) {
            say(new SystemService().start());
            say("Use it as its user: sudo -u hades hades status");
        }
        return 0;
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
