package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.login.ControllerAddress;
import io.jenkins.plugins.hades.cli.login.Login;
import io.jenkins.plugins.hades.cli.login.LoginFile;
import io.jenkins.plugins.hades.cli.session.RemoteSession;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the commands ask a controller from now on. */
@Command(
        name = "login",
        description =
                "Has the commands ask Hades in a Jenkins from now on. The API token is read from standard input, and kept in a file that only you can read.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "URL", description = "The address of Jenkins' root.")
    private String address;

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            description = "Your user in Jenkins (the name of this machine's user if left out).")
    private String user = System.getProperty("user.name");

    @Option(
            names = "--plain-http",
            description = "Send the token over HTTP without encryption, where the network is to be trusted.")
    private boolean plain;

    @Override
    public Integer call() throws InterruptedException {
        URI controller = ControllerAddress.parse(address, plain);
        String token = SecretInput.read("API token of " + user + ": ").strip();
        if (token.isEmpty() || user.isBlank() || user.contains(":")) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Logging in to " + controller,
                    token.isEmpty() ? "no token was given" : "\"" + user + "\" is no name of a user",
                    "Make a token in Jenkins (your user, Security), and give it on standard input");
        }
        Login login = new Login(controller, user, token);
        try (Session session = new RemoteSession(login)) {
            List<Project> projects = session.client().all("/projects", Map.of(), Project.class);
            new LoginFile(common.home().login()).write(login);
            common.err().println("Logged in as " + login + ", who may see " + projects.size() + " project(s).");
        }
        return 0;
    }
}
