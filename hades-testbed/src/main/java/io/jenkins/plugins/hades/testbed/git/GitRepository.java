package io.jenkins.plugins.hades.testbed.git;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bare repository, and a clone beside it in which its commits are made. Every change is pushed before the method returns. Made for one thread at a time.
 */
public final class GitRepository {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_SYSTEM", "/dev/null",
            "GIT_AUTHOR_NAME", "Testbed",
            "GIT_AUTHOR_EMAIL", "testbed@example.org",
            "GIT_COMMITTER_NAME", "Testbed",
            "GIT_COMMITTER_EMAIL", "testbed@example.org");

    private final String name;
    private final Path bare;
    private final Path work;

    private GitRepository(String name, Path bare, Path work) {
        this.name = name;
        this.bare = bare;
        this.work = work;
    }

    /**
     * Makes an empty repository with the default branch {@code main}.
     *
     * @param folder where it goes
     * @param name its name without {@code .git}
     * @return the repository
     */
    public static GitRepository create(Path folder, String name) {
        Path bare = folder.resolve(name + ".git");
        Path work = folder.resolve(name + ".work");
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", bare.toString());
        git(bare, "config", "uploadpack.allowFilter", "true");
        git(folder, "clone", "--quiet", bare.toString(), work.toString());
        git(work, "symbolic-ref", "HEAD", "refs/heads/main");
        return new GitRepository(name, bare, work);
    }

    /**
     * The name.
     *
     * @return without {@code .git}
     */
    public String name() {
        return name;
    }

    /**
     * The bare repository, which is also a URL that Git takes.
     *
     * @return an absolute path
     */
    public Path path() {
        return bare;
    }

    /**
     * The clone that commits are made in, for files that {@link #commit(String, Map)} cannot write.
     *
     * @return an absolute path
     */
    public Path work() {
        return work;
    }

    /**
     * Writes files, and commits these and all other changes of the clone to its branch.
     *
     * @param message of the commit
     * @param files paths in the repository and their whole texts
     * @return the commit's full id
     */
    public String commit(String message, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = work.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new TestbedException("Cannot write files of repository " + name + ": " + e.getMessage(), e);
        }
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return push();
    }

    /**
     * Copies a folder into the clone, and commits it.
     *
     * @param message of the commit
     * @param source the folder whose content becomes the repository's root
     * @return the commit's full id
     */
    public String commitFolder(String message, Path source) {
        Command.of("cp", "-R", source + "/.", work.toString()).run().orFail();
        return commit(message, Map.of());
    }

    /**
     * Changes the branch that commits go to; it is made from the current commit when it does not exist.
     *
     * @param branch its name, which may hold whatever Git allows
     */
    public void branch(String branch) {
        String reference = "refs/heads/" + branch;
        String current = git("rev-parse", "HEAD");
        boolean exists = !git("for-each-ref", "--format=%(refname)", reference).isEmpty();
        git("symbolic-ref", "HEAD", reference);
        if (!exists) {
            git("update-ref", reference, current);
        }
        git("reset", "--quiet", "--hard");
        push();
    }

    /**
     * Tags the current commit.
     *
     * @param tag its name
     * @param message makes it an annotated tag; empty for a lightweight one
     */
    public void tag(String tag, String message) {
        if (message.isEmpty()) {
            git("tag", "--", tag);
        } else {
            git("tag", "--annotate", "--message", message, "--", tag);
        }
        git("push", "--quiet", "origin", "refs/tags/" + tag);
    }

    /**
     * Adds another repository as a submodule at its newest commit, and commits that.
     *
     * @param path where it goes in this repository
     * @param other its source
     * @param url what {@code .gitmodules} names, for instance a relative URL
     * @return the commit's full id
     */
    public String submodule(String path, GitRepository other, String url) {
        git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "--", other.bare.toString(), path);
        git("config", "--file", ".gitmodules", "submodule." + path + ".url", url);
        return commit("Submodule " + path, Map.of());
    }

    /**
     * Runs Git in the clone.
     *
     * @param arguments what follows {@code git}
     * @return its output, stripped
     * @throws TestbedException when it fails
     */
    public String git(String... arguments) {
        return git(work, arguments);
    }

    private String push() {
        git("push", "--quiet", "--force", "origin", "HEAD");
        return git("rev-parse", "HEAD");
    }

    private static String git(Path folder, String... arguments) {
        List<String> words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(arguments));
        return Command.of(words)
                .in(folder)
                .withEnvironment(ENVIRONMENT)
                .run()
                .orFail()
                .text();
    }
}
