package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitSubmodulesITest {
    @TempDir
    Path folder;

    private LocalSources local;
    private GitRepository library;

    @BeforeEach
    void aRepositoryAndALibrary() {
        local = new LocalSources(folder);
        library = GitRepository.create(local.origins, "library");
        library.commit("Library", Map.of("lib.c", "1"));
        local.repository.commit("App", Map.of("app.c", "1"));
    }

    @Test
    void aSubmoduleIsCheckedOutAtItsCommit() throws Exception {
        local.repository.submodule("libs/one", library, "../library.git");
        library.commit("Newer", Map.of("lib.c", "2"));

        SourceTree with = local.checkout(local.fetch(), "", true);
        SourceTree without = local.checkout(local.fetch(), "", false);

        assertThat(Path.of(with.path()).resolve("libs/one/lib.c")).hasContent("1");
        assertThat(Path.of(with.path()).resolve("libs/one/.git")).doesNotExist();
        assertThat(Path.of(without.path()).resolve("libs/one/lib.c")).doesNotExist();
        assertThat(with.tree()).isEqualTo(without.tree() + "+modules");
    }

    @Test
    void submodulesOfSubmodulesAreCheckedOutToo() throws Exception {
        GitRepository deep = GitRepository.create(local.origins, "deep");
        deep.commit("Deep", Map.of("deep.c", "3"));
        library.submodule("inner", deep, "../deep.git");
        local.repository.submodule("libs/one", library, "../library.git");

        SourceTree tree = local.checkout(local.fetch(), "", true);

        assertThat(Path.of(tree.path()).resolve("libs/one/inner/deep.c")).hasContent("3");
    }

    @Test
    void aSubmoduleBelowASubdirectoryIsFound() throws Exception {
        local.repository.commit("Folder", Map.of("apps/web/x", "1"));
        local.repository.submodule("apps/web/lib", library, "../library.git");
        local.repository.submodule("elsewhere", library, "../library.git");

        SourceTree tree = local.checkout(local.fetch(), "apps/web", true);

        assertThat(Path.of(tree.path()).resolve("lib/lib.c")).hasContent("1");
        assertThat(Path.of(tree.path()).resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aSubmoduleThatIsInTheMirrorIsNotFetchedAgain() throws Exception {
        local.repository.submodule("lib", library, "../library.git");
        local.checkout(local.fetch(), "", true);
        Files.move(library.path(), folder.resolve("gone.git"));

        SourceTree tree = local.checkout(local.fetch(), "", true);

        assertThat(Path.of(tree.path()).resolve("lib/lib.c")).hasContent("1");
    }

    @Test
    void aSubmoduleWhosePathHasOddCharactersIsOnlyAPath() throws Exception {
        String path = "li\"b $(touch owned)\tä";
        local.repository.submodule("plain", library, "../library.git");
        local.repository.git("mv", "plain", path);
        local.repository.commit("Moved", Map.of());

        SourceTree tree = local.checkout(local.fetch(), "", true);

        assertThat(Path.of(tree.path()).resolve(path).resolve("lib.c")).hasContent("1");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "ext::sh -c touch% /tmp/hades-owned",
                "--upload-pack=touch /tmp/hades-owned",
                "-u./x",
                "git://127.0.0.1/x",
                "https://user:s3cret@127.0.0.1/x",
                "../../../../../../../../../etc"
            })
    void aSubmoduleWithAForbiddenAddressIsRefused(String url) {
        local.repository.submodule("lib", library, url);

        assertThatThrownBy(() -> local.checkout(local.fetch(), "", true))
                .isInstanceOf(HadesException.class)
                .hasMessageNotContaining("s3cret");
        assertThat(Path.of("/tmp/hades-owned")).doesNotExist();
    }

    @Test
    void aSubmoduleOverSshGetsNoLoginOfAnotherHost() {
        local.repository.submodule("lib", library, "git@elsewhere.example.com:lib.git");

        assertThatThrownBy(() -> local.checkout(local.fetch(), "", true))
                .hasMessageContaining("the project's login is for")
                .hasMessageContaining("relative address");
    }

    @Test
    void aSubmoduleWithoutAnAddressIsToldSo() {
        local.repository.submodule("lib", library, "../library.git");
        local.repository.git("rm", "--quiet", "--force", ".gitmodules");
        local.repository.commit("Without .gitmodules", Map.of());

        assertThatThrownBy(() -> local.checkout(local.fetch(), "", true))
                .hasMessageContaining(".gitmodules has no address for it");
    }

    @Test
    void aSubmoduleWhoseCommitIsNowhereIsToldSo() throws Exception {
        local.repository.submodule("lib", library, "../library.git");
        String missing = "0123456789012345678901234567890123456789";
        local.repository.git("update-index", "--cacheinfo", "160000," + missing + ",lib");
        local.repository.git("commit", "--quiet", "--message", "Missing");
        local.repository.git("push", "--quiet", "origin", "HEAD");

        assertThatThrownBy(() -> local.checkout(local.fetch(), "", true))
                .hasMessageContaining("the commit is not in the repository");
    }

    @Test
    void submodulesInACircleEnd() {
        // Each commit of the library has the library itself, at its commit before, as a submodule.
        for (int i = 0; i < 8; i++) {
            String before = library.git("rev-parse", "HEAD");
            library.git("config", "--file", ".gitmodules", "submodule.self.path", "self");
            library.git("config", "--file", ".gitmodules", "submodule.self.url", "../library.git");
            library.git("add", ".gitmodules");
            library.git("update-index", "--add", "--cacheinfo", "160000," + before + ",self");
            library.git("commit", "--quiet", "--message", "Self " + i);
            library.git("push", "--quiet", "origin", "HEAD");
        }
        local.repository.submodule("lib", library, "../library.git");

        assertThatThrownBy(() -> local.checkout(local.fetch(), "", true)).hasMessageContaining("lie deeper than 5");
    }
}
