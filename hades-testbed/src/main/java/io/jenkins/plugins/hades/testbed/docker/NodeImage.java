package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A base image with Node.js that needs no registry: the distribution's node, the libraries that it is linked with, and busybox as the shell. It has no npm.
 */
public final class NodeImage {

    /** The tag that {@link #importInto(DockerEngine, Path)} gives. */
    public static final String TAG = "node:hades";

    /** Where the program is. */
    public static final String PROGRAM = "/usr/bin/node";

    /** What Debian's node reads of its own parts from files at every start; other builds have them inside. */
    private static final Path PARTS = Path.of("/usr/share/nodejs");

    private static final List<String> PART_NAMES = List.of("acorn", "acorn-walk", "cjs-module-lexer", "undici");

    private static final Pattern LIBRARY = Pattern.compile("(/[^ ]+) \\(0x");

    private NodeImage() {}

    /**
     * Makes the image, which takes some seconds. Equal inputs give an equal layer on every engine.
     *
     * @param engine where the image goes
     * @param work a folder that the engine's host sees under the same path; two names in it are used
     * @return the tag {@value #TAG}
     * @throws TestbedException when node or busybox is not installed, naming the package
     */
    public static String importInto(DockerEngine engine, Path work) {
        Path node = Path.of(PROGRAM);
        if (!Files.isExecutable(node)) {
            throw new TestbedException("There is no " + PROGRAM + ": apt-get install nodejs");
        }
        Path root = work.resolve("node-root");
        try {
            BusyboxImage.fill(root);
            copy(node, root);
            for (String library : libraries(node)) {
                copy(Path.of(library), root);
            }
            copyParts(root);
        } catch (IOException e) {
            throw new TestbedException("Cannot make the Node.js image in " + work + ": " + e.getMessage(), e);
        }
        return Layer.of(root).importInto(engine, work, TAG, "CMD [\"node\"]");
    }

    private static List<String> libraries(Path program) {
        String linked = Command.of("ldd", program.toString()).run().orFail().out();
        return LIBRARY.matcher(linked)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static void copyParts(Path root) throws IOException {
        Path copies = root.resolve(Path.of("/").relativize(PARTS));
        Files.createDirectories(copies);
        for (String name : PART_NAMES) {
            if (Files.isDirectory(PARTS.resolve(name))) {
                Command.of("cp", "-RL", PARTS.resolve(name).toString(), copies.toString())
                        .run()
                        .orFail();
            }
        }
    }

    /** Copies the file that a path leads to, under the path's own name. */
    private static void copy(Path file, Path root) throws IOException {
        Path copy = root.resolve(Path.of("/").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file.toRealPath(), copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
