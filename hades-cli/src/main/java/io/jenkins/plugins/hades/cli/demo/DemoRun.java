package io.jenkins.plugins.hades.cli.demo;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** One run of the demo, from the first server to the last trace of it. */
public final class DemoRun {
    /** Names the folder of the examples, where the command does not run from Hades' sources. */
    private static final String EXAMPLES = "hades.examples";

    private final ToIntFunction<List<String>> hades;
    private final PrintWriter out;

    /**
     * @param hades runs a command of Hades in this process, and gives its exit code
     * @param out where to
     */
    public DemoRun(ToIntFunction<List<String>> hades, PrintWriter out) {
        this.hades = hades;
        this.out = out;
    }

    /** Ends the servers of demos that were kept, and tells how many there were. */
    public static int end() {
        return Testbed.endKept(DemoServers.NAME);
    }

    /** Runs it; blocks for a minute or two. */
    public void run(boolean keep) throws IOException, InterruptedException {
        try (DemoServers servers = DemoServers.start(this::say)) {
            Path folder = servers.folder();
            List<String> places = List.of(
                    "--home",
                    folder.resolve("home").toString(),
                    "--servers",
                    folder.resolve("servers.yml").toString());
            Demo demo =
                    new Demo(servers, example(), folder, arguments -> hades.applyAsInt(with(arguments, places)), out);
            demo.run();
            if (keep) {
                servers.keep();
                say("Left running: " + demo.url());
                say("Try: export HADES_HOME=" + places.get(1) + " HADES_SERVERS=" + places.get(3)
                        + ", then hades status. To end it: hades demo --end");
            }
        } catch (TestbedException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Starting the servers of the demo",
                    e.getMessage(),
                    "See what it asks for, then run the demo again",
                    e);
        }
        say("Next: write a servers file and a hades.yml with 'hades init', then 'hades deploy URL'.");
    }

    private static List<String> with(List<String> arguments, List<String> places) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(places);
        return all;
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    private static Path example() {
        Path folder = Path.of(System.getProperty(EXAMPLES, "examples")).resolve("hello");
        if (!Files.isDirectory(folder)) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Looking for the example of the demo",
                    "there is no folder " + folder.toAbsolutePath(),
                    "Run the demo by ./hades in Hades' own folder");
        }
        return folder;
    }
}
