package io.jenkins.plugins.hades.cli.command;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "hades",
        description = "Deploys projects to servers over SSH and Docker, and keeps what it did.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DeployCommand.class,
            RedeployCommand.class,
            RollbackCommand.class,
            RestartCommand.class,
            DestroyCommand.class,
            StatusCommand.class,
            TopCommand.class,
            LogsCommand.class,
            ReleasesCommand.class,
            OperationsCommand.class,
            CancelCommand.class,
            DemoCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            InstallCommand.class,
            ServeCommand.class,
            ServiceCommand.class,
            InitCommand.class,
            EnvCommand.class,
            ServersCommand.class,
            ShellCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public final class HadesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command line, ready to be executed: failures are told on standard error and by the exit code. */
    public static CommandLine commandLine() {
        return new CommandLine(new HadesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageReport())
                .setExecutionExceptionHandler(new FailureReport());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }
}
