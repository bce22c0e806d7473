package io.jenkins.plugins.hades.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.login.Login;
import io.jenkins.plugins.hades.cli.login.LoginFile;
import io.jenkins.plugins.hades.cli.session.RemoteSession;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.view.Keyboard;
import io.jenkins.plugins.hades.cli.view.Printer;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have: where things are, and how to print. */
final class Common {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    @Option(
            names = "--servers",
            paramLabel = "FILE",
            description = "The file that lists servers ($HADES_SERVERS, or ~/.config/hades/servers.yml).")
    private Path servers;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where records, logs and the key are kept ($HADES_HOME, or ~/.local/share/hades).")
    private Path home;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Where things are for this command. */
    Home home() {
        return Home.of(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Optional.ofNullable(home),
                Optional.ofNullable(servers));
    }

    /** A way to Hades: to the controller that the user logged in to, else to the engine of this machine. {@code work} if that shall work on operations that wait. */
    Session session(boolean work) throws InterruptedException {
        Optional<Login> login = new LoginFile(home().login()).read();
        return login.isPresent() ? new RemoteSession(login.get()) : localSession(work);
    }

    /**
     * A way to the engine of this machine.
     *
     * @param doing what needs it, for the error
     * @throws HadesException of kind {@code CONFLICT} when the user logged in to a controller
     */
    Session local(String doing, boolean work) throws InterruptedException {
        requireLocal(doing);
        return localSession(work);
    }

    /** Refuses what is done on this machine where the user logged in to a controller. */
    void requireLocal(String doing) {
        new LoginFile(home().login()).read().ifPresent(login -> {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    doing,
                    "the commands of " + home().data() + " work on the controller at " + login.controller(),
                    "Do it in Jenkins; or work on this machine, with hades logout or another --home");
        });
    }

    private Session localSession(boolean work) throws InterruptedException {
        return Sessions.open(home(), work, note -> err().println(note));
    }

    boolean json() {
        return json;
    }

    /** Whether the output is a terminal. */
    boolean terminal() {
        return Keyboard.find().isPresent() && !json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    Printer printer() {
        return new Printer(out());
    }

    /** Prints a value as JSON. */
    void printJson(Object value) {
        try {
            out().println(JSON.writeValueAsString(value));
            out().flush();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value that cannot be written as JSON", e);
        }
    }
}
