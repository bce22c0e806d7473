package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.servercheck.Finding;
import io.jenkins.plugins.hades.servercheck.ServerCheck;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists and checks the servers. */
@Command(
        name = "servers",
        description = "Lists and checks the servers of the servers file.",
        mixinStandardHelpOptions = true,
        subcommands = {ServersCommand.ListCommand.class, ServersCommand.CheckCommand.class})
final class ServersCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        return list(common);
    }

    private static int list(Common common) {
        List<Row> rows = ServersFile.read(common.home().config()).servers().values().stream()
                .map(Row::of)
                .toList();
        if (common.json()) {
            common.printJson(rows);
        } else {
            common.printer()
                    .table(
                            List.of("SERVER", "ROLES", "ADDRESS", "PROJECTS"),
                            rows.stream()
                                    .map(row -> List.of(row.name(), row.roles(), row.address(), row.projects()))
                                    .toList());
        }
        return 0;
    }

    /**
     * A server as it is listed.
     *
     * @param address as {@code user@host:port}
     */
    record Row(String name, String roles, String address, String projects) {
        static Row of(ServerSpec server) {
            return new Row(
                    server.name(),
                    server.roles().stream()
                            .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    server.address().user() + "@" + server.address().host() + ":"
                            + server.address().port(),
                    String.join(", ", server.projects()));
        }
    }

    /** Lists the servers. */
    @Command(name = "list", description = "Lists the servers.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Override
        public Integer call() {
            return list(common);
        }
    }

    /** Checks servers. */
    @Command(
            name = "check",
            description =
                    "Tells all that is wrong with servers: connection, host key, clock, disk, Docker, Git. Changes nothing there.",
            mixinStandardHelpOptions = true)
    static final class CheckCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Parameters(arity = "0..*", paramLabel = "SERVER", description = "The servers; all if none is named.")
        private List<String> names = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            List<Result> results = new ArrayList<>();
            try (SshHosts hosts = new SshHosts(SshSettings.ofDefaults());
                    DockerEngines docker = new DockerEngines()) {
                ServerCheck check = new ServerCheck(docker);
                for (ServerSpec server : chosen()) {
                    results.add(new Result(
                            server.name(), check.check(hosts.host(server), new DetachedContext(line -> {}))));
                }
            }
            print(results);
            boolean good = results.stream()
                    .flatMap(result -> result.findings().stream())
                    .allMatch(Finding::good);
            return (good ? ExitCode.OK : ExitCode.FAILED).code();
        }

        private Collection<ServerSpec> chosen() {
            Map<String, ServerSpec> all =
                    ServersFile.read(common.home().config()).servers();
            List<ServerSpec> chosen = new ArrayList<>();
            for (String name : names) {
                if (!all.containsKey(name)) {
                    throw new HadesException(
                            ErrorKind.NOT_FOUND,
                            "Looking for server " + name,
                            "the servers file lists " + (all.isEmpty() ? "none" : String.join(", ", all.keySet())),
                            "Name one of these");
                }
                chosen.add(all.get(name));
            }
            return names.isEmpty() ? all.values() : chosen;
        }

        private void print(List<Result> results) {
            if (common.json()) {
                common.printJson(results);
                return;
            }
            for (Result result : results) {
                common.printer().line(result.server());
                for (Finding finding : result.findings()) {
                    String mark = finding.good() ? "ok     " : "WRONG  ";
                    common.printer().line("  " + mark + finding.subject() + ": " + finding.detail());
                    if (!finding.remedy().isEmpty()) {
                        common.printer().line("         " + finding.remedy() + ".");
                    }
                }
            }
        }

        /**
         * What was found on a server.
         */
        record Result(String server, List<Finding> findings) {}
    }
}
