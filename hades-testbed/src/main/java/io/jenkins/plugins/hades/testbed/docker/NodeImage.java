package io.jenkins.plugins.hades.testbed.docker;

import static java.nio.file.StandardOpenOption.APPEND;

import io.jenkins.plugins.hades.testbed.node.NodeTools;
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
 * Base images with Node.js that need no registry of images: node, the distribution's libraries that it is linked with, and busybox as the shell; with or
 * without npm.
 */
public final class NodeImage {

    /** The tag that {@link #importInto(DockerEngine, Path)} gives. */
    public static final String TAG = "node:hades";

    /** Where the program is. */
    public static final String PROGRAM = NodeTools.PROGRAM;

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
            fill(root, node);
        } catch (IOException e) {
            throw new TestbedException("Cannot make the Node.js image in " + work + ": " + e.getMessage(), e);
        }
        return Layer.of(root).importInto(engine, work, TAG, "CMD [\"node\"]");
    }

    /**
     * Makes an image that stands in for the official one with npm: {@code npm ci} in it takes packages from a cache, without a network. Takes some seconds.
     *
     * @param engine where the image goes
     * @param work a folder that the engine's host sees under the same path; two names in it are used
     * @param tag what the image is called, for instance {@code node:24-slim}
     * @param tools the programs
     * @param cache as {@link NodeTools#cacheFor(Path)} gives it
     * @return the tag
     * @throws TestbedException when busybox is not installed, naming the package
     */
    public static String importInto(DockerEngine engine, Path work, String tag, NodeTools tools, Path cache) {
        Path root = work.resolve("npm-root");
        try {
            fill(root, tools.node());
            Files.writeString(root.resolve("etc/passwd"), "node:x:1000:1000::/home/node:/bin/sh\n", APPEND);
            Files.writeString(root.resolve("etc/group"), "node:x:1000:\n", APPEND);
            copyFolder(tools.npm(), root.resolve("usr/lib/node_modules/npm"));
            Files.createSymbolicLink(root.resolve("bin/npm"), Path.of("../usr/lib/node_modules/npm/bin/npm-cli.js"));
            Files.createSymbolicLink(root.resolve("usr/bin/env"), Path.of("../../bin/busybox"));
            copyFolder(cache, root.resolve("var/cache/npm"));
        } catch (IOException e) {
            throw new TestbedException("Cannot make the image " + tag + " in " + work + ": " + e.getMessage(), e);
        }
        return Layer.of(root)
                .importInto(
                        engine,
                        work,
                        tag,
                        "ENV npm_config_cache=/var/cache/npm npm_config_offline=true npm_config_update_notifier=false",
                        "CMD [\"node\"]");
    }

    private static void fill(Path root, Path node) throws IOException {
        BusyboxImage.fill(root);
        copy(node, root.resolve(Path.of("/").relativize(Path.of(PROGRAM))));
        for (String library : libraries(node)) {
            copy(Path.of(library), root.resolve(Path.of("/").relativize(Path.of(library))));
        }
        copyParts(root);
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
        for (String name : PART_NAMES) {
            if (Files.isDirectory(PARTS.resolve(name))) {
                copyFolder(
                        PARTS.resolve(name),
                        root.resolve(Path.of("/").relativize(PARTS)).resolve(name));
            }
        }
    }

    private static void copyFolder(Path folder, Path copy) throws IOException {
        Files.createDirectories(copy);
        Command.of("cp", "-RL", folder + "/.", copy.toString()).run().orFail();
    }

    /** Copies the file that a path leads to. */
    private static void copy(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(file.toRealPath(), copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
