package io.jenkins.plugins.hades.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {
    private static final String PASSWORD = "p\u00e4ss w\u00f6rd/+?&=%\"x'1";

    private final Masker masker = new Masker();

    @Test
    void aSecretIsMaskedWhereverItStands() {
        masker.add("hunter2");

        assertThat(masker.mask("hunter2")).isEqualTo("****");
        assertThat(masker.mask("with hunter2, xhunter2y and hunter3")).isEqualTo("with ****, x****y and hunter3");
        assertThat(masker.mask("nothing here")).isEqualTo("nothing here");
        assertThat(masker.mask("")).isEmpty();
    }

    @Test
    void withoutSecretsNothingIsMasked() {
        masker.add("");
        masker.add(" \n");

        assertThat(masker.mask("hunter2")).isEqualTo("hunter2");
    }

    @Test
    void secretsThatOverlapAreMaskedAsOne() {
        masker.addAll(List.of("abcdef", "defghi", "cdef", "abcdefghijkl"));

        assertThat(masker.mask("[abcdefghi]")).isEqualTo("[****]");
        assertThat(masker.mask("[abcdefghijkl]")).isEqualTo("[****]");
        assertThat(masker.mask("[abcdefabcdef]")).isEqualTo("[********]");
        assertThat(masker.mask("[xcdefx]")).isEqualTo("[x****x]");
    }

    @Test
    void aSecretThatRepeatsItselfIsMaskedWhole() {
        masker.add("aaaa");

        assertThat(masker.mask("b" + "a".repeat(1001) + "b")).isEqualTo("b****b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "use", "user:", "user: "})
    void base64IsMaskedWhateverStandsBeforeAndAfter(String before) {
        masker.add(PASSWORD);
        for (String after : List.of("", "\n", "@", "@h", "@ho", "@host/path")) {
            byte[] text = (before + PASSWORD + after).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(
                    Base64.getEncoder(),
                    Base64.getUrlEncoder(),
                    Base64.getEncoder().withoutPadding(),
                    Base64.getUrlEncoder().withoutPadding())) {
                String encoded = encoder.encodeToString(text);
                String masked = masker.mask("token " + encoded + " end");
                assertThat(masked).startsWith("token ").endsWith(" end").contains("****");
                assertThat(sharedLength(
                                masked, Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8))))
                        .as(masked)
                        .isLessThan(4);
                assertThat(masked.length())
                        .as(masked)
                        .isLessThanOrEqualTo(before.length() * 2 + after.length() * 2 + 20);
            }
        }
    }

    @Test
    void base64ThatAProgramWrappedIsMaskedOverLineEnds() {
        String secret = "correct horse battery staple ".repeat(10).strip();
        masker.add(secret);
        String encoded = Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.UTF_8))
                .encodeToString(("x" + secret + "yy").getBytes(StandardCharsets.UTF_8));
        MaskingStream stream = masker.stream();

        List<String> masked = encoded.lines().map(stream::line).toList();

        assertThat(masked).hasSizeGreaterThan(4);
        assertThat(masked.get(0)).matches(".{0,3}\\*{4}");
        assertThat(masked.subList(1, masked.size() - 1)).containsOnly("****");
        assertThat(masked.get(masked.size() - 1)).matches("\\*{4}.{0,7}");
    }

    @Test
    void urlEncodedFormsAreMasked() {
        masker.add(PASSWORD);
        String form = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);

        for (String encoded : List.of(
                form,
                form.replace("+", "%20"),
                lowerHex(form),
                lowerHex(form.replace("+", "%20")),
                "p%C3%A4ss%20w%C3%B6rd/+?&=%25%22x'1",
                "p%c3%a4ss%20w%c3%b6rd%2f%2b%3f%26%3d%25%22x'1")) {
            assertThat(masker.mask("https://host/?q=" + encoded + "&r=1"))
                    .as(encoded)
                    .isEqualTo("https://host/?q=****&r=1");
        }
    }

    @Test
    void stringsOfJsonAndOfAShellAreMasked() {
        masker.add("a\"b\\c\nd'\u00e9f");

        assertThat(masker.mask("{\"X\":\"a\\\"b\\\\c\\nd'\u00e9f\"}")).isEqualTo("{\"X\":\"****\"}");
        assertThat(masker.mask("{\"X\":\"a\\\"b\\\\c\\nd'\\u00e9f\"}")).isEqualTo("{\"X\":\"****\"}");
        assertThat(masker.mask("X='a\"b\\c\nd'\\''\u00e9f'")).isEqualTo("X='****'");
    }

    @Test
    void aSecretOfSeveralLinesIsMaskedWholeAndLineByLine() {
        String key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEF\n-----END KEY-----\n";
        masker.add(key);

        assertThat(masker.mask("key: " + key + "end")).isEqualTo("key: ****\nend");
        assertThat(masker.mask("key: " + key.replace("\n", "\r\n") + "end")).isEqualTo("key: ****\r\nend");
        assertThat(masker.mask("> MIIEvQIBADANBgkqhkiG9w0B <")).isEqualTo("> **** <");
        MaskingStream stream = masker.stream();
        assertThat(key.lines().map(stream::line)).containsOnly("****");
        assertThat(masker.mask("AQEF")).isEqualTo("AQEF");
    }

    @Test
    void spaceAroundASecretIsNoPartOfIt() {
        masker.add("  hunter2\n");

        assertThat(masker.mask("(hunter2)")).isEqualTo("(****)");
        assertThat(masker.mask(
                        "(" + Base64.getEncoder().encodeToString("hunter2\n".getBytes(StandardCharsets.UTF_8)) + ")"))
                .isEqualTo("(****)");
    }

    @Test
    void aSecretThatIsCutByALineEndIsMaskedOnBothSides() {
        masker.add("correct-horse");
        for (int cut = 1; cut < "correct-horse".length(); cut++) {
            MaskingStream stream = masker.stream();
            String first = stream.line("pw=" + "correct-horse".substring(0, cut));
            String second = stream.line("correct-horse".substring(cut) + " ok");

            assertThat(first).isEqualTo(cut < 7 ? "pw=" + "correct-horse".substring(0, cut) : "pw=****");
            assertThat(second).isEqualTo("**** ok");
        }
    }

    @Test
    void aLineThatOnlyBeginsLikeASecretInTheNextOneIsShown() {
        masker.add("correct-horse");
        MaskingStream stream = masker.stream();

        assertThat(stream.line("so corr")).isEqualTo("so corr");
        assertThat(stream.line("ected")).isEqualTo("ected");
    }

    @Test
    void aSecretThatIsAddedLaterIsMaskedFromThenOn() {
        masker.add("first-secret");
        MaskingStream stream = masker.stream();
        assertThat(stream.line("second-secret firs")).isEqualTo("second-secret firs");

        masker.add("second-secret");

        assertThat(stream.line("t-secret second-secret")).isEqualTo("**** ****");
    }

    @Test
    void shortSecretsAreMaskedWhereTheyStandAlone() {
        masker.addAll(List.of("no", "x1z"));

        assertThat(masker.mask("nothing, no")).isEqualTo("nothing, no");
        assertThat(masker.mask(" no ")).isEqualTo("****");
        assertThat(masker.mask("x1z")).isEqualTo("****");
    }

    @Test
    void whatMayBeASecretIsHeldBackUntilItIsKnown() {
        masker.add("hunter2");
        MaskingStream stream = masker.stream();

        assertThat(stream.write("a hunt")).isEqualTo("a ");
        assertThat(stream.write("er")).isEmpty();
        assertThat(stream.write("3 hu")).isEqualTo("hunter3 ");
        assertThat(stream.write("nter2 b")).isEqualTo("**** b");
        assertThat(stream.write("hu")).isEmpty();
        assertThat(stream.flush()).isEqualTo("hu");
    }

    private static String lowerHex(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int index = 0; index < encoded.length(); index++) {
            if (encoded.charAt(index) == '%') {
                lower.replace(
                        index, index + 3, encoded.substring(index, index + 3).toLowerCase(Locale.ROOT));
            }
        }
        return lower.toString();
    }

    /** The length of the longest part that both have. */
    private static int sharedLength(String one, String other) {
        int longest = 0;
        for (int from = 0; from < other.length(); from++) {
            while (from + longest < other.length() && one.contains(other.substring(from, from + longest + 1))) {
                longest++;
            }
        }
        return longest;
    }
}
