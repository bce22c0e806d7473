package io.jenkins.plugins.hades.jenkins.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of repositories' addresses. */
class RepositoryAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/octo/app.git",
                "http://10.0.0.1:3000/app",
                "ssh://git@example.com:2222/app.git",
                "git@github.com:octo/app.git",
                " https://github.com/octo/app.git "
            })
    void addressesOfGitHostsAreWellFormed(String address) {
        assertThat(RepositoryAddress.of(address)).isEqualTo(RepositoryAddress.WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:password@example.com/app.git",
                "https://token@example.com/app.git",
                "ssh://git:password@example.com/app.git"
            })
    void aSecretInAnAddressIsNoticed(String address) {
        assertThat(RepositoryAddress.of(address)).isEqualTo(RepositoryAddress.WITH_SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app",
                "/srv/git/app.git",
                "file:///srv/git/app.git",
                "--upload-pack=x",
                "ext::sh -c x",
                "https://a b"
            })
    void anythingElseIsNoAddress(String address) {
        assertThat(RepositoryAddress.of(address)).isEqualTo(RepositoryAddress.MALFORMED);
    }

    @Test
    void nothingIsNoAddress() {
        assertThat(RepositoryAddress.of(null)).isEqualTo(RepositoryAddress.MALFORMED);
    }
}
