package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that becomes the one layer of an image. Times and owners are levelled, so that equal files give an equal layer wherever it is made.
 *
 * @param root the folder that becomes the image's root
 */
record Layer(Path root) {

    static Layer of(Path root) {
        return new Layer(root);
    }

    /** Imports the folder as an image; {@code changes} are Dockerfile instructions, such as {@code CMD}. */
    String importInto(DockerEngine engine, Path work, String tag, String... changes) {
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
        List<String> words = new ArrayList<>(List.of("import"));
        for (String change : changes) {
            words.addAll(List.of("--change", change));
        }
        words.addAll(List.of(archive.toString(), tag));
        engine.docker(words.toArray(String[]::new)).run().orFail();
        return tag;
    }
}
