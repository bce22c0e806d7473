package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the person at this machine. */
public final class Browser {
    private Browser() {}

    /**
     * Asks the desktop to open a link. The link goes through a page that only this user can read, as everybody can read the arguments of a program.
     *
     * @param folder where the page is written; this user's alone
     * @return whether there was a program to ask
     * @throws IOException when the page cannot be written
     */
    public static boolean open(URI link, Path folder) throws IOException {
        Optional<Path> program =
                Stream.of("xdg-open", "open").flatMap(Browser::programs).findFirst();
        if (program.isEmpty()) {
            return false;
        }
        Path page = folder.resolve("open.html");
        Files.deleteIfExists(page);
        PrivateFiles.create(page);
        Files.writeString(page, Shell.leadingTo(link));
        try {
            new ProcessBuilder(List.of(program.get().toString(), page.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Path> programs(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
