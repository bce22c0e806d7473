package io.jenkins.plugins.hades.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.view.Keyboard;
import io.jenkins.plugins.hades.cli.view.Printer;
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

    /** A way to Hades; {@code work} if operations that wait shall be worked on. */
    Session session(boolean work) throws InterruptedException {
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
