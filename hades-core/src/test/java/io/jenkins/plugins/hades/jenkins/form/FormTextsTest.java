package io.jenkins.plugins.hades.jenkins.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts of forms are read. */
class FormTextsTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t"})
    void anEmptyFieldIsNotGiven(String value) {
        assertThat(Fields.given(value)).isEmpty();
        assertThat(Fields.orNull(value)).isNull();
        assertThat(Lines.of(value)).isEmpty();
        assertThat(Lines.normalized(value)).isEmpty();
    }

    @Test
    void aFieldIsReadWithoutTheBlanksAroundIt() {
        assertThat(Fields.given(" two words\n")).contains("two words");
        assertThat(Fields.orNull(" web-1 ")).isEqualTo("web-1");
    }

    @Test
    void aListHasOneEntryOnEachLineThatIsNotBlank() {
        String text = " first\r\n\r\n   \n second entry \n";

        assertThat(Lines.of(text)).containsExactly("first", "second entry");
        assertThat(Lines.normalized(text)).isEqualTo("first\nsecond entry");
    }
}
