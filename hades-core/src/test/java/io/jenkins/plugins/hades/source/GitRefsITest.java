package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRefsITest {
    @TempDir
    Path folder;

    private LocalSources local;
    private String first;

    @BeforeEach
    void aRepositoryWithACommit() {
        local = new LocalSources(folder);
        first = local.repository.commit("First words", Map.of("a.txt", "1"));
    }

    @Test
    void theDefaultBranchIsTakenWhereNothingIsAskedFor() throws InterruptedException {
        Sources.Fetched fetched = local.fetch();

        assertThat(fetched.defaultBranch()).isEqualTo("main");
        assertThat(fetched.trustedCommit()).isEqualTo(first);
        assertThat(fetched.revision().commit()).isEqualTo(first);
        assertThat(fetched.revision().ref()).isEqualTo("main");
        assertThat(fetched.revision().subject()).isEqualTo("First words");
        assertThat(fetched.revision().author()).isEqualTo("Testbed");
        assertThat(fetched.revision().subdirectory()).isEmpty();
        assertThat(local.log).anyMatch(line -> line.startsWith("main is " + first.substring(0, 10) + ": First words"));
    }

    @Test
    void aBranchATagAndACommitAreFound() throws InterruptedException {
        local.repository.branch("feature/login");
        String second = local.repository.commit("Second", Map.of("a.txt", "2"));
        local.repository.tag("v1", "");
        local.repository.tag("v1-signed", "With a message");

        assertThat(local.fetch("feature/login").revision().commit()).isEqualTo(second);
        assertThat(local.fetch("refs/heads/feature/login").revision().ref()).isEqualTo("feature/login");
        assertThat(local.fetch("v1").revision().commit()).isEqualTo(second);
        assertThat(local.fetch("refs/tags/v1-signed").revision().commit()).isEqualTo(second);
        assertThat(local.fetch(first).revision().commit()).isEqualTo(first);
        assertThat(local.fetch(first.substring(0, 7)).revision().commit()).isEqualTo(first);
        assertThat(local.fetch("feature/login").trustedCommit()).isEqualTo(first);
    }

    @Test
    void anotherDefaultBranchIsNoticed() throws InterruptedException {
        local.fetch();
        local.repository.branch("trunk");
        String second = local.repository.commit("Second", Map.of("a.txt", "2"));
        git("symbolic-ref", "HEAD", "refs/heads/trunk");

        Sources.Fetched fetched = local.fetch();

        assertThat(fetched.defaultBranch()).isEqualTo("trunk");
        assertThat(fetched.trustedCommit()).isEqualTo(second);
    }

    @Test
    void aHeadThatIsOnNoBranchIsTakenForTheBranchThatIsThere() throws InterruptedException {
        git("update-ref", "--no-deref", "HEAD", first);

        assertThat(local.fetch().defaultBranch()).isEqualTo("main");
    }

    @Test
    void aMissingReferenceIsToldWithTheNearestNames() {
        local.repository.branch("feature/login");
        local.repository.tag("v1.0", "");

        assertThatThrownBy(() -> local.fetch("feature/logn"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND))
                .hasMessageContaining("Looking for \"feature/logn\"")
                .hasMessageContaining("Did you mean feature/login");
        assertThatThrownBy(() -> local.fetch("V1.0")).hasMessageContaining("v1.0");
        assertThatThrownBy(() -> local.fetch("unlike-anything")).hasMessageContaining("the default branch is main");
        assertThatThrownBy(() -> local.fetch("0123456789012345678901234567890123456789"))
                .hasMessageContaining("there is no such branch, tag or commit");
        assertThatThrownBy(() -> local.fetch("refs/tags/main")).hasMessageContaining("Did you mean main");
    }

    @Test
    void aNameOfABranchAndAnotherTagIsAmbiguous() throws InterruptedException {
        local.repository.tag("release", "");
        local.repository.branch("release");
        String second = local.repository.commit("Second", Map.of("a.txt", "2"));

        assertThatThrownBy(() -> local.fetch("release"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND))
                .hasMessageContaining("refs/heads/release or refs/tags/release");
        assertThat(local.fetch("refs/heads/release").revision().commit()).isEqualTo(second);
        assertThat(local.fetch("refs/tags/release").revision().commit()).isEqualTo(first);
    }

    @Test
    void anAbbreviationOfTwoCommitsIsAmbiguous() {
        // The same commits in every run; two of them begin with the same four digits.
        local.repository.git("config", "user.name", "x");
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            stream.append("commit refs/heads/many\ncommitter a <a@b> ")
                    .append(i + 1)
                    .append(" +0000\ndata 1\nx\n");
        }
        io.jenkins.plugins.hades.testbed.process.Command.of(
                        "git", "-C", local.repository.path().toString(), "fast-import", "--quiet")
                .withInput(stream.toString())
                .run()
                .orFail();
        Map<String, Long> counts = local.repository
                .git("-C", local.repository.path().toString(), "rev-list", "many")
                .lines()
                .collect(java.util.stream.Collectors.groupingBy(
                        commit -> commit.substring(0, 4), java.util.stream.Collectors.counting()));
        String twice = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> local.fetch(twice)).hasMessageContaining("more than one commit begins so: " + twice);
    }

    @Test
    void aTagThatIsOnNoCommitIsToldSo() {
        String blob = local.repository.git("rev-parse", "HEAD:a.txt");
        local.repository.git("tag", "odd", blob);
        local.repository.git("push", "--quiet", "origin", "refs/tags/odd");

        assertThatThrownBy(() -> local.fetch("odd")).hasMessageContaining("the tag of that name is on no commit");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "-x",
                "--upload-pack=touch /tmp/x",
                "a b",
                "a\nb",
                "a..b",
                "a^",
                "a~1",
                "a:b",
                "@{-1}",
                "@",
                "a.lock",
                "/a",
                "a/",
                "a//b",
                ".a",
                "a/.b",
                "refs/heads/",
                "refs/heads/-x",
                "a*",
                "\u0007"
            })
    void aReferenceThatCannotBeOneIsRefusedBeforeAnythingIsRun(String ref) {
        assertThatThrownBy(() -> local.fetch(ref))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
        assertThat(local.server.commands()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "$(touch${IFS}owned)",
                "`touch${IFS}owned`",
                "a;touch${IFS}owned",
                "a'b",
                "a\"b",
                "a|b&c",
                "{a,b}",
                "größe",
                "a%s",
                "!x",
                "#1",
                "refs-heads",
                "deadbeef",
                "x=y",
                "a(b)"
            })
    void branchesAndTagsWithOddNamesAreOnlyNames(String name) throws InterruptedException {
        local.repository.branch(name);
        String second = local.repository.commit("Second", Map.of("a.txt", "2"));
        local.repository.tag("tag-" + name, "");

        assertThat(local.fetch(name).revision().commit()).isEqualTo(second);
        assertThat(local.fetch("tag-" + name).revision().commit()).isEqualTo(second);
        git("symbolic-ref", "HEAD", "refs/heads/" + name);
        assertThat(local.fetch().defaultBranch()).isEqualTo(name);
        assertThat(folder.toFile().listFiles())
                .extracting(java.io.File::getName)
                .containsOnly("home", "origins");
        assertThat(local.home.resolve("owned")).doesNotExist();
        assertThat(local.home.resolve(".hades/mirrors/owned")).doesNotExist();
    }

    @Test
    void aBranchWhoseNameHadADashFirstIsFetchedButNeverTakenForAnOption() throws InterruptedException {
        git("update-ref", "refs/heads/--upload-pack=x", first);

        assertThat(local.fetch("main").revision().commit()).isEqualTo(first);
    }

    @Test
    void messagesAndAuthorsWithControlCharactersAreMadeHarmless() throws InterruptedException {
        local.repository.git(
                "-c", "user.name=\u001b[31mred", "commit", "--quiet", "--allow-empty", "-m", "a\u001b]0;x\u0007b");
        local.repository.git("push", "--quiet", "origin", "HEAD");

        Sources.Fetched fetched = local.fetch();

        assertThat(fetched.revision().subject()).doesNotContain("\u001b").contains("a");
        assertThat(String.join("\n", local.log)).doesNotContain("\u001b");
    }

    @Test
    void aRepositoryWithoutABranchIsToldSo() {
        LocalSources empty = new LocalSources(folder.resolve("empty"));

        assertThatThrownBy(empty::fetch).hasMessageContaining("the repository has no branch");
    }

    private void git(String... arguments) {
        String[] whole = new String[arguments.length + 2];
        whole[0] = "-C";
        whole[1] = local.repository.path().toString();
        System.arraycopy(arguments, 0, whole, 2, arguments.length);
        local.repository.git(whole);
    }
}
