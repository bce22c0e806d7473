package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.login.LoginFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the commands work on this machine again. */
@Command(
        name = "logout",
        description = "Forgets the controller and the token; the commands work on this machine again.",
        mixinStandardHelpOptions = true)
final class LogoutCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        boolean there = new LoginFile(common.home().login()).delete();
        common.err()
                .println(
                        there
                                ? "Logged out. The token is still good: revoke it in Jenkins if it is not needed."
                                : "There was no login.");
        return 0;
    }
}
