package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** A base image of about two megabytes that needs no registry: the statically linked busybox of the distribution, with a link for each of its commands. */
public final class BusyboxImage {

    /** The tag that {@link #importInto(DockerEngine, Path)} gives. */
    public static final String TAG = "busybox:hades";

    private BusyboxImage() {}

    /**
     * Makes the image. Equal inputs give an equal layer on every engine.
     *
     * @param engine where the image goes
     * @param work a folder that the engine's host sees under the same path; two names in it are used
     * @return the tag {@value #TAG}
     * @throws TestbedException when there is no static busybox, naming the package
     */
    public static String importInto(DockerEngine engine, Path work) {
        return importInto(engine, work, TAG);
    }

    /**
     * Makes the image under a tag of one's own.
     *
     * @param engine where the image goes
     * @param work a folder that the engine's host sees under the same path; two names in it are used
     * @param tag repository and tag
     * @return the tag
     * @throws TestbedException when there is no static busybox, naming the package
     */
    public static String importInto(DockerEngine engine, Path work, String tag) {
        Path root = work.resolve("busybox-root");
        try {
            fill(root);
        } catch (IOException e) {
            throw new TestbedException("Cannot make the busybox image in " + work + ": " + e.getMessage(), e);
        }
        return Layer.of(root).importInto(engine, work, tag, "CMD [\"sh\"]");
    }

    /**
     * The busybox of this machine that runs without libraries.
     *
     * @return its path, empty when there is none
     */
    public static Optional<Path> find() {
        return Stream.of("/bin/busybox", "/usr/bin/busybox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .filter(path -> Command.of("ldd", path.toString()).run().exit() != 0)
                .findFirst();
    }

    /** Puts busybox, its links and the files of users into the folder that becomes an image. */
    static void fill(Path root) throws IOException {
        Path busybox = find().orElseThrow(
                        () -> new TestbedException("No statically linked busybox: apt-get install busybox-static"));
        Path bin = Files.createDirectories(root.resolve("bin"));
        for (String folder : new String[] {"etc", "tmp", "root", "srv"}) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(
                root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\nnogroup:x:65534:\n");
        Files.copy(
                busybox,
                bin.resolve("busybox"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String name : Command.of(busybox.toString(), "--list")
                .run()
                .orFail()
                .out()
                .lines()
                .toList()) {
            Path link = bin.resolve(name);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("busybox"));
            }
        }
    }
}
