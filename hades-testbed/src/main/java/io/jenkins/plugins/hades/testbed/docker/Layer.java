package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.nio.file.Path;

/**
 * A folder that becomes the one layer of an image. Times and owners are levelled, so that equal files give an equal layer wherever it is made.
 *
 * @param root the folder that becomes the image's root
 */
record Layer(Path root) {

    static Layer of(Path root) {
        return new Layer(root);
    }

    /** Imports the folder as an image; {@code change} is one Dockerfile instruction, such as {@code CMD}. */
    String importInto(DockerEngine engine, Path work, String tag, String change) {
        Path archive = work.resolve(root.getFileName() + ".tar");
        Command.of(
                        "tar",
                        "--create",
                        "--file",
                        archive.toString(),
                        "--directory",
                        root.toString(),
                        "--sort=name",
                        "--mtime=@0",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        ".")
                .run()
                .orFail();
        engine.docker("import", "--change", change, archive.toString(), tag)
                .run()
                .orFail();
        return tag;
    }
}
