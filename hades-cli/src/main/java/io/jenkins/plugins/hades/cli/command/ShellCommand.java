package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Terminals;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.target.docker.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a terminal. */
@Command(
        name = "shell",
        description = "Opens a terminal on a server, or in the container of an environment.",
        mixinStandardHelpOptions = true)
final class ShellCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "The environment's project; may be left out where there is only one.")
    private String project;

    @Parameters(index = "0", paramLabel = "NAME", description = "A server, or an environment.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "What to run; a shell if nothing is said. After -- options are the command's own.")
    private List<String> command = List.of();

    @Override
    public Integer call() throws InterruptedException, IOException {
        common.requireLocal("Opening a terminal");
        Map<String, ServerSpec> servers =
                ServersFile.read(common.home().config()).servers();
        try (SshHosts hosts = new SshHosts(SshSettings.ofDefaults())) {
            if (servers.containsKey(name) && project == null) {
                return Terminals.run(
                        hosts.host(servers.get(name)),
                        RemoteCommand.of(
                                command.isEmpty() ? List.of("sh", "-c", "exec \"${SHELL:-sh}\" -l") : command));
            }
            Release release = release();
            ServerSpec server = servers.get(release.deployServer());
            if (server == null) {
                throw new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Opening a terminal in environment " + name,
                        "its server " + release.deployServer() + " is not in the servers file",
                        "Add it there");
            }
            RemoteHost host = hosts.host(server);
            List<String> inside = docker(host, "exec", "-it", container(host, release));
            inside.addAll(command.isEmpty() ? List.of("sh") : command);
            return Terminals.run(host, RemoteCommand.of(inside));
        }
    }

    private Release release() throws InterruptedException {
        try (Session session = common.session(false)) {
            HadesClient client = session.client();
            Environment environment = Selection.of(project, name).environment(client);
            return client
                    .list("/environments/" + environment.id() + "/releases", Map.of("page[size]", "500"), Release.class)
                    .stream()
                    .filter(release -> release.number() == environment.release())
                    .findFirst()
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.CONFLICT,
                            "Opening a terminal in environment " + name,
                            "it runs nothing",
                            "Deploy it first"));
        }
    }

    /** The docker command of a server, at the socket that its entry names. */
    private static List<String> docker(RemoteHost host, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of("docker", "--host", "unix://" + host.spec().dockerSocket()));
        words.addAll(List.of(arguments));
        return words;
    }

    private String container(RemoteHost host, Release release) throws InterruptedException {
        CommandResult found = host.run(
                RemoteCommand.of(docker(
                        host,
                        "ps",
                        "--quiet",
                        "--latest",
                        "--filter",
                        "label=" + Labels.ENVIRONMENT + "=" + release.environmentId())),
                new DetachedContext(line -> {}));
        if (!found.succeeded() || found.output().isBlank()) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Looking for the container of environment " + name + " on server "
                            + host.spec().name(),
                    found.succeeded() ? "none runs there" : found.errors().strip(),
                    "hades status tells how the environment is");
        }
        return found.output().strip();
    }
}
