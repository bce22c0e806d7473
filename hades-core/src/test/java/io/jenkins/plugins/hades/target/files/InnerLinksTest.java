package io.jenkins.plugins.hades.target.files;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnerLinksTest {
    @ParameterizedTest
    @CsvSource({"./a,b", "./a/b,../c", "./a/b/c,../../d/./e", "./a,b/../c", "./a,./b"})
    void aLinkMayLeadToOtherParts(String link, String target) {
        assertThatCode(() -> InnerLinks.require("Packing", link, target)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"./a,/etc/passwd", "./a,..", "./a,../x", "./a/b,../../x", "./a/b,../c/../../../x", "./a,b/../../x"})
    void aLinkMayNotLeadOut(String link, String target) {
        assertThatThrownBy(() -> InnerLinks.require("Packing", link, target))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining(target);
    }
}
