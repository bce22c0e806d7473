package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitCheckoutITest {
    @TempDir
    Path folder;

    private LocalSources local;

    @BeforeEach
    void aRepository() {
        local = new LocalSources(folder);
    }

    @Test
    void theFilesOfACommitAreThereAndNothingElse() throws Exception {
        local.repository.commit("One", Map.of("Dockerfile", "FROM x", "src/main.c", "int x;"));
        local.repository.commit("Two", Map.of("src/main.c", "int y;"));

        SourceTree tree = local.checkout("main");

        Path root = Path.of(tree.path());
        assertThat(files(root)).containsExactlyInAnyOrder("Dockerfile", "src/main.c");
        assertThat(root.resolve("src/main.c")).hasContent("int y;");
        assertThat(root.toString()).startsWith(local.home.toRealPath() + "/.hades/work/" + local.context.token() + "/");
        assertThat(tree.tree()).isEqualTo(local.repository.git("rev-parse", "HEAD^{tree}"));
    }

    @Test
    void filesCanBeReadByAllAndTheirFolderOnlyByTheServersUser() throws Exception {
        local.repository.commit("One", Map.of("run.sh", "#!/bin/sh", "a", "b"));
        local.repository.git("update-index", "--chmod=+x", "run.sh");
        local.repository.git("commit", "--quiet", "--message", "Executable");
        local.repository.git("push", "--quiet", "origin", "HEAD");

        Path root = Path.of(local.checkout("main").path());

        assertThat(mode(root.resolve("run.sh"))).isEqualTo("rwxr-xr-x");
        assertThat(mode(root.resolve("a"))).isEqualTo("rw-r--r--");
        assertThat(mode(root)).isEqualTo("rwxr-xr-x");
        assertThat(mode(root.getParent())).isEqualTo("rwx------");
        assertThat(mode(local.home.resolve(".hades"))).isEqualTo("rwx------");
    }

    @Test
    void onlyTheSubdirectoryIsCheckedOutAndItsTreeIdentifiesIt() throws Exception {
        local.repository.commit("One", Map.of("apps/web/a", "1", "apps/api/b", "2"));
        SourceTree before = local.checkout(local.fetch(), "./apps//web/", false);
        local.repository.commit("Two", Map.of("apps/api/b", "3"));
        SourceTree after = local.checkout(local.fetch(), "apps/web", false);

        assertThat(files(Path.of(before.path()))).containsExactly("a");
        assertThat(after.tree()).isEqualTo(before.tree());
        assertThat(after.path()).isNotEqualTo(before.path());
        assertThat(((io.jenkins.plugins.hades.model.Revision.Git) after.revision()).subdirectory())
                .isEqualTo("apps/web");
    }

    @Test
    void aSubdirectoryThatIsMissingOrALinkOrAFileIsNotFound() throws Exception {
        local.repository.commit("One", Map.of("file", "1"));
        Files.createSymbolicLink(local.repository.work().resolve("link"), Path.of("/etc"));
        local.repository.commit("Two", Map.of());
        Sources.Fetched fetched = local.fetch();

        for (String name : List.of("nope", "file", "link", "link/ssh")) {
            assertThatThrownBy(() -> local.checkout(fetched, name, false))
                    .as(name)
                    .isInstanceOfSatisfying(
                            HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        }
        assertThatThrownBy(() -> local.checkout(fetched, "../x", false))
                .hasMessageContaining("leads out of the source");
        assertThatThrownBy(() -> local.checkout(fetched, "/etc", false))
                .hasMessageContaining("leads out of the source");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a b",
                "$(touch owned)",
                "`touch owned`",
                "'q'",
                "\"q\"",
                "a\nb",
                "-rf",
                "--help",
                ";touch owned",
                "größe",
                "a*",
                "\\x",
                "%s"
            })
    void filesAndFoldersWithOddNamesAreOnlyNames(String name) throws Exception {
        local.repository.commit("One", Map.of(name, "file", "in/" + name + "/x", "folder"));

        SourceTree tree = local.checkout("main");
        SourceTree below = local.checkout(local.fetch(), "in/" + name, false);

        assertThat(Path.of(tree.path()).resolve(name)).hasContent("file");
        assertThat(Path.of(below.path()).resolve("x")).hasContent("folder");
        assertThat(local.read(local.fetch().revision().commit(), name)).contains("file");
        assertThat(local.home.resolve("owned")).doesNotExist();
        assertThat(local.home.resolve(".hades/owned")).doesNotExist();
    }

    @Test
    void linksStayLinksAndAreNotFollowed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createDirectories(local.repository.work());
        Files.createSymbolicLink(local.repository.work().resolve("link"), secret);
        local.repository.commit("One", Map.of());

        Path link = Path.of(local.checkout("main").path()).resolve("link");

        assertThat(link).isSymbolicLink();
        assertThatThrownBy(() -> local.read(local.fetch().revision().commit(), "link"))
                .hasMessageContaining("it is a symbolic link")
                .hasMessageNotContaining("secret\"");
    }

    @Test
    void settingsHooksAndFiltersOfARepositoryDoNothing() throws Exception {
        local.repository.commit(
                "One",
                Map.of(
                        ".gitattributes",
                        "* filter=evil diff=evil\n*.txt eol=lf ident\n",
                        "a.txt",
                        "$Id$\n",
                        ".gitconfig",
                        "[filter \"evil\"]\n\tsmudge = touch owned\n",
                        "hooks/post-checkout",
                        "#!/bin/sh\ntouch owned\n"));
        Files.writeString(
                local.home.resolve(".gitconfig"),
                "[filter \"evil\"]\n\tsmudge = sh -c 'touch " + folder + "/owned; cat'\n[core]\n\thooksPath = " + folder
                        + "/hooks\n[url \"https://evil/\"]\n\tinsteadOf = " + local.origins + "\n");
        Files.createDirectories(folder.resolve("hooks"));
        for (String hook : List.of("post-checkout", "reference-transaction", "post-index-change")) {
            Files.writeString(folder.resolve("hooks").resolve(hook), "#!/bin/sh\ntouch " + folder + "/owned\n");
            Files.setPosixFilePermissions(
                    folder.resolve("hooks").resolve(hook), PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        SourceTree tree = local.checkout("main");

        assertThat(Path.of(tree.path()).resolve("a.txt")).exists();
        assertThat(folder.resolve("owned")).doesNotExist();
    }

    @Test
    void aFileOfACommitIsRead() throws Exception {
        local.repository.commit("One", Map.of("hades.yml", "run: {}\n", "dir/x", "größe \uFFFD", "empty", ""));
        String commit = local.fetch().revision().commit();

        assertThat(local.read(commit, "hades.yml")).contains("run: {}\n");
        assertThat(local.read(commit, "./dir//x")).contains("größe \uFFFD");
        assertThat(local.read(commit, "empty")).contains("");
        assertThat(local.read(commit, "nope")).isEmpty();
        assertThat(local.read(commit, "hades.yml/x")).isEmpty();
        assertThat(local.read(commit, "*")).isEmpty();
        assertThat(local.read(commit, ":(glob)**")).isEmpty();
        assertThat(local.read(commit, ".")).isEmpty();
    }

    @Test
    void whatIsNoSmallTextIsNotRead() throws Exception {
        Files.write(local.repository.work().resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        local.repository.commit(
                "One", Map.of("dir/x", "1", "large", "x".repeat((1 << 20) + 1), "just", "y".repeat(1 << 20)));
        String commit = local.fetch().revision().commit();

        assertThat(local.read(commit, "just"))
                .hasValueSatisfying(text -> assertThat(text).hasSize(1 << 20));
        for (Map.Entry<String, String> bad : Map.of(
                        "large", "larger than a megabyte", "dir", "it is no file", "binary", "it is no text in UTF-8")
                .entrySet()) {
            assertThatThrownBy(() -> local.read(commit, bad.getKey()))
                    .isInstanceOfSatisfying(
                            HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
                    .hasMessageContaining(bad.getValue());
        }
        assertThatThrownBy(() -> local.read(commit, "../x")).hasMessageContaining("leads out of the source");
        assertThatThrownBy(() -> local.read("main", "x")).hasMessageContaining("it is no full commit");
        assertThatThrownBy(() -> local.read("0".repeat(40), "x")).hasMessageContaining("does not have this commit");
    }

    @Test
    void anOperationsCheckoutsAreRemovedAndThoseOfOthersStay() throws Exception {
        local.repository.commit("One", Map.of("dir/a", "1"));
        Path mine = Path.of(local.checkout("main").path());
        Files.setPosixFilePermissions(mine.resolve("dir"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Path other = Files.createDirectories(local.home.resolve(".hades/work/other/source.x"));
        Path old = Files.createDirectories(local.home.resolve(".hades/work/old/source.x"));
        Files.setLastModifiedTime(
                old.getParent(),
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(java.time.Duration.ofDays(9))));

        local.sources.tidy(local.server, local.context);
        local.sources.tidy(local.server, local.context);

        assertThat(mine.getParent()).doesNotExist();
        assertThat(other).exists();
        assertThat(old.getParent()).doesNotExist();
        assertThat(local.mirror()).exists();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
