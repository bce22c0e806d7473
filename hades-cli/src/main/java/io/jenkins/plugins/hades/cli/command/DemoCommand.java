package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.demo.DemoRun;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the main job on servers that it starts itself. */
@Command(
        name = "demo",
        description =
                "Starts two servers and a Git host on this machine, and shows on them: a deployment, a new commit, a changed variable, a rollback. Removes everything afterwards.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--keep",
            description = "Leave the servers running; the next demo, or 'hades demo --end', ends them.")
    private boolean keep;

    @Option(names = "--end", description = "End the servers of a demo that was kept, and do nothing else.")
    private boolean end;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = spec.commandLine();
        if (end) {
            command.getOut().println("Ended " + DemoRun.end() + " demo(s) that were kept.");
            command.getOut().flush();
            return 0;
        }
        DemoRun run = new DemoRun(
                arguments -> HadesCommand.commandLine()
                        .setOut(command.getOut())
                        .setErr(command.getErr())
                        .execute(arguments.toArray(String[]::new)),
                command.getOut());
        run.run(keep);
        return 0;
    }
}
