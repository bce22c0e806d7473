package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {
    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource({
        "https://github.com/team/app.git, HTTPS, github.com",
        "https://git.example.com:8443/a/b, HTTPS, git.example.com:8443",
        "http://git.example.com/app, HTTP, git.example.com",
        "https://[::1]:8443/app, HTTPS, [::1]:8443",
        "ssh://git@git.example.com:2222/app.git, SSH, git.example.com:2222",
        "ssh://host/~user/app, SSH, host",
        "git@github.com:team/app.git, SSH, github.com",
        "GitHub.com:team/app.git, SSH, github.com",
        "git@host:/abs/app, SSH, host",
        "https://host/a%20b, HTTPS, host",
        "https://host/$(id), HTTPS, host",
    })
    void knowsTheFormsOfAddresses(String text, GitUrl.Scheme scheme, String host) {
        GitUrl url = GitUrl.of(text, false);

        assertThat(url.scheme()).isEqualTo(scheme);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "/srv/git/app.git",
                "file:///srv/git/app.git",
                "../app",
                "app",
                "ext::sh -c 'touch /tmp/x' x",
                "ext::sh",
                "fd::17",
                "git://host/app",
                "ftp://host/app",
                "transport::https://host/app",
                "-oProxyCommand=x:app",
                "--upload-pack=x",
                "ssh://-oProxyCommand=touch/app",
                "ssh://git@-oProxyCommand=touch/app",
                "git@-host:app",
                "git@host:-app",
                "https://-host/app",
                "https://host",
                "https://host/a b",
                "https://host/a\nb",
                "https://host/app?x=y",
                "https://host/app#x",
                "https://host\\@evil/app",
                "ssh://git:secret@host/app",
                "http:///app",
            })
    void refusesEveryOtherForm(String text) {
        assertThatThrownBy(() -> GitUrl.of(text, false))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://ghp_s3cret@github.com/a/b",
                "https://user:s3cret@github.com/a/b",
                "http://x:s3cret@h/a",
                "ssh://git:s3cret@host/app"
            })
    void anAddressWithASecretIsRefusedAndNotShown(String text) {
        assertThatThrownBy(() -> GitUrl.of(text, false)).hasMessageNotContaining("s3cret");
        assertThat(GitUrl.shown("fatal: unable to access '" + text + "/': x")).doesNotContain("s3cret");
    }

    @Test
    void aRepositoryInAFolderIsOnlyAllowedWhereItIsSwitchedOn() {
        assertThat(GitUrl.of("/srv/my git/app.git", true).scheme()).isEqualTo(GitUrl.Scheme.LOCAL);
        assertThat(GitUrl.of("file:///srv/app.git", true).scheme()).isEqualTo(GitUrl.Scheme.LOCAL);
        assertThatThrownBy(() -> GitUrl.of("ext::sh -c x", true)).isInstanceOf(HadesException.class);
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "https://host/team/app.git, ../lib.git, https://host/team/lib.git",
        "https://host/team/app.git, ../../other/lib, https://host/other/lib",
        "https://host/team/app.git/, ../lib.git, https://host/team/lib.git",
        "https://host/team/app.git, ./sub/lib.git, https://host/team/app.git/sub/lib.git",
        "ssh://git@host:22/team/app, ../lib, ssh://git@host:22/team/lib",
        "git@host:team/app.git, ../lib.git, git@host:team/lib.git",
        "git@host:app.git, ../lib.git, git@host:lib.git",
        "git@host:/srv/app.git, ../lib.git, git@host:/srv/lib.git",
        "https://host/team/app.git, https://other/lib, https://other/lib",
        "https://host/team/app.git, git@other:lib, git@other:lib",
        "https://[::1]:80/team/app.git, ../lib, https://[::1]:80/team/lib",
    })
    void findsTheAddressOfASubmodule(String parent, String written, String expected) {
        assertThat(GitUrl.of(parent, false).submodule(written).text()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "../../../lib",
                "../../../../etc/passwd",
                "/etc",
                "file:///etc",
                "ext::sh -c x",
                "--upload-pack=x",
                "-x",
                "https://a:b@host/x",
                "../../-x y",
                "",
                ".",
                ".."
            })
    void aSubmoduleCannotLeaveTheHostByARelativeAddressNorUseAForbiddenForm(String written) {
        assertThatThrownBy(() -> GitUrl.of("https://host/team/app", false).submodule(written))
                .isInstanceOf(HadesException.class);
    }

    @Test
    void aLoginFitsOneHostAndPortOnly() {
        GitUrl url = GitUrl.of("https://host/a", false);

        assertThat(url.isSameHost(GitUrl.of("https://HOST/b", false))).isTrue();
        assertThat(url.isSameHost(GitUrl.of("https://host:8443/b", false))).isFalse();
        assertThat(url.isSameHost(GitUrl.of("http://host/b", false))).isFalse();
        assertThat(url.isSameHost(GitUrl.of("https://host.evil/b", false))).isFalse();
    }
}
