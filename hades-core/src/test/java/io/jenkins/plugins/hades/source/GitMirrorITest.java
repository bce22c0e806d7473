package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitMirrorITest {
    @TempDir
    Path folder;

    private LocalSources local;

    @BeforeEach
    void aRepositoryWithACommit() {
        local = new LocalSources(folder);
        local.repository.commit("One", Map.of("a", "1"));
    }

    @Test
    void onlyWhatIsNewIsFetched() throws Exception {
        Files.write(local.repository.work().resolve("large"), random(2_000_000));
        local.repository.commit("Large", Map.of());
        local.fetch();
        long before = size(local.mirror().resolve("objects"));
        local.repository.commit("Small", Map.of("a", "2"));
        local.fetch();

        assertThat(before).isGreaterThan(2_000_000);
        assertThat(size(local.mirror().resolve("objects")) - before).isLessThan(100_000);
    }

    @Test
    void nothingIsFetchedWhereNothingChanged() throws Exception {
        local.fetch();
        local.log.clear();
        local.fetch();

        assertThat(local.log).contains("The mirror is up to date.");
    }

    @Test
    void branchesThatAreGoneOrWerePushedByForceFollow() throws Exception {
        String first = local.fetch().revision().commit();
        local.repository.branch("old/branch");
        local.repository.tag("gone", "");
        local.fetch("old/branch");
        local.repository.git("push", "--quiet", "origin", "--delete", "refs/heads/old/branch", "refs/tags/gone");
        local.repository.branch("main");
        local.repository.git("reset", "--quiet", "--hard", "main");
        local.repository.git("commit", "--quiet", "--amend", "--message", "Another past");
        local.repository.git("push", "--quiet", "--force", "origin", "HEAD");
        local.repository.git("branch", "--quiet", "-D", "old/branch");
        local.repository.branch("old");

        assertThatThrownBy(() -> local.fetch("old/branch")).hasMessageContaining("there is no such branch");
        assertThatThrownBy(() -> local.fetch("gone")).hasMessageContaining("there is no such branch");
        assertThat(local.fetch("main").revision().subject()).isEqualTo("Another past");
        assertThat(local.fetch("old").revision().subject()).isEqualTo("Another past");
        assertThat(local.fetch(first).revision().commit()).isEqualTo(first);
    }

    @Test
    void whatAKilledGitLeftBehindIsRemoved() throws Exception {
        local.fetch();
        Path mirror = local.mirror();
        List<Path> left = List.of(
                mirror.resolve("HEAD.lock"),
                mirror.resolve("packed-refs.lock"),
                mirror.resolve("config.lock"),
                mirror.resolve("shallow.lock"),
                mirror.resolve("refs/heads/main.lock"),
                mirror.resolve("gc.pid"),
                mirror.resolve("objects/pack/tmp_pack_abc"),
                mirror.resolve("objects/pack/.tmp-12-pack-abc.pack"),
                mirror.resolve("objects/tmp_objdir-incoming-abc/x"));
        for (Path path : left) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, "left");
        }
        Files.createDirectories(local.home.resolve(".hades/mirrors/" + local.project + ".git.new/objects"));
        String second = local.repository.commit("Two", Map.of("a", "2"));

        assertThat(local.fetch().revision().commit()).isEqualTo(second);
        assertThat(left).allSatisfy(path -> assertThat(path).doesNotExist());
    }

    @Test
    void aMirrorThatWasDamagedIsMadeAnew() throws Exception {
        local.fetch();
        for (Path pack : files(local.mirror().resolve("objects"))) {
            Files.setPosixFilePermissions(pack, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(pack, "");
        }

        assertThat(local.fetch().revision().subject()).isEqualTo("One");
        assertThat(Path.of(local.checkout("main").path()).resolve("a")).hasContent("1");
        assertThat(local.log).anyMatch(line -> line.contains("is damaged; it is made anew"));
    }

    @Test
    void aMirrorThatLostObjectsIsMadeAnewForACheckout() throws Exception {
        Sources.Fetched fetched = local.fetch();
        for (Path object : files(local.mirror().resolve("objects"))) {
            Files.delete(object);
        }

        SourceTree tree = local.checkout(fetched, "", false);

        assertThat(Path.of(tree.path()).resolve("a")).hasContent("1");
    }

    @Test
    void aMirrorThatIsNoRepositoryAnyMoreIsMadeAnew() throws Exception {
        local.fetch();
        Files.delete(local.mirror().resolve("HEAD"));

        assertThat(local.fetch().revision().subject()).isEqualTo("One");
    }

    @Test
    void operationsOfOneProjectTakeTurns() throws Exception {
        List<Callable<Sources.Fetched>> fetches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            // Half of them from another process' point of view: with locks of their own, so that only the lock file is
            // between them.
            GitSources sources = i % 2 == 0 ? local.sources : new GitSources(new GitSettings(true));
            fetches.add(() -> sources.fetch(
                    local.project, local.source(), Optional.empty(), local.server, new DetachedContext(line -> {})));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Sources.Fetched> fetched : threads.invokeAll(fetches)) {
                assertThat(fetched.get().revision().subject()).isEqualTo("One");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aServerWithoutGitIsToldWithTheRemedy() throws Exception {
        local.server.set("PATH", tools("sh", "mkdir"));

        assertFails("Git is not installed on server local", "apt-get install git");
    }

    @Test
    void aServerWithAnOldGitIsToldWithTheRemedy() throws Exception {
        Path bin = Path.of(tools("sh", "mkdir", "flock"));
        Files.writeString(bin.resolve("git"), "#!/bin/sh\necho git version 2.17.1\n");
        Files.setPosixFilePermissions(bin.resolve("git"), PosixFilePermissions.fromString("rwxr-xr-x"));
        local.server.set("PATH", bin.toString());

        assertFails("is too old: git 2.17.1", "Install Git 2.20 or newer");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithTheRemedy() throws Exception {
        Files.writeString(local.home.resolve(".hades"), "a file in the way");

        assertFails("the folder of Hades on server local cannot be written", "set another \"folder\"");
    }

    @Test
    void aRepositoryThatDoesNotExistIsNotFound() throws Exception {
        GitSource nowhere = new GitSource(folder.resolve("nowhere.git").toString(), new GitLogin.None(), List.of());

        assertThatThrownBy(() ->
                        local.sources.fetch(local.project, nowhere, Optional.empty(), local.server, local.context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND))
                .hasMessageContaining("there is no such repository");
    }

    @Test
    void aFullDiskIsToldWithTheRemedy() throws Exception {
        Files.write(local.repository.work().resolve("large"), random(3_000_000));
        local.repository.commit("Large", Map.of());
        // A limit of file sizes acts as a disk that is full; Git is told of it by an error, not by the signal.
        Path bin = Path.of(tools());
        Files.writeString(
                bin.resolve("git"),
                "#!/bin/sh\ncase \"$*\" in *' fetch '*) echo 'fatal: write error: No space left on device' >&2; exit 128;; esac\nexec "
                        + "/usr/bin/git \"$@\"\n");
        Files.setPosixFilePermissions(bin.resolve("git"), PosixFilePermissions.fromString("rwxr-xr-x"));
        local.server.set("PATH", bin + ":" + System.getenv("PATH"));

        assertFails("the disk of server local is full", "Free disk space on server local");
    }

    @Test
    void localRepositoriesAreRefusedUnlessTheyAreSwitchedOn() {
        GitSources strict = new GitSources(GitSettings.ofDefaults());

        assertThatThrownBy(() ->
                        strict.fetch(local.project, local.source(), Optional.empty(), local.server, local.context))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    private void assertFails(String reason, String remedy) {
        assertThatThrownBy(local::fetch)
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FAILED))
                .hasMessageContaining(reason)
                .hasMessageContaining(remedy);
    }

    /** A folder with these programs of the machine only. */
    private String tools(String... names) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : names) {
            Files.createSymbolicLink(bin.resolve(name), Path.of("/usr/bin", name));
        }
        return bin.toString();
    }

    private static byte[] random(int bytes) {
        byte[] data = new byte[bytes];
        new java.util.Random(1).nextBytes(data);
        return data;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static long size(Path root) throws IOException {
        long sum = 0;
        for (Path file : files(root)) {
            sum += Files.size(file);
        }
        return sum;
    }
}
