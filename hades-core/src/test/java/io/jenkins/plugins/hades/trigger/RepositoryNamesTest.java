package io.jenkins.plugins.hades.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNamesTest {
    private static final List<String> TOLD =
            List.of("https://github.com/Studio/Shop.git", "git@github.com:Studio/Shop.git");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Studio/Shop.git",
                "https://github.com/studio/shop",
                "https://GitHub.com/Studio/Shop/",
                "git@github.com:Studio/Shop.git",
                "git@github.com:Studio/Shop",
                "ssh://git@github.com/Studio/Shop.git",
                "ssh://git@github.com:22/Studio/Shop"
            })
    void theSameRepositoryIsFoundHoweverItsAddressIsWritten(String address) {
        assertThat(RepositoryNames.same(address, TOLD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/Studio/Shop2.git",
                "https://github.com/Other/Shop.git",
                "https://github.com.example.org/Studio/Shop.git",
                "https://github.com:8443/Studio/Shop.git",
                "https://example.org/github.com/Studio/Shop.git",
                "/srv/github.com/Studio/Shop.git",
                "github.com/Studio/Shop",
                "nonsense",
                ""
            })
    void othersAreNot(String address) {
        assertThat(RepositoryNames.same(address, TOLD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "https://user:secret@github.com/Studio/Shop.git"})
    void addressesThatAreNoneMatchNothing(String told) {
        assertThat(RepositoryNames.same(told, List.of(told))).isFalse();
    }
}
