package io.jenkins.plugins.hades.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random secrets in random texts, split at random; the seed is the number of the round. */
class MaskerFuzzTest {
    private static final String ENDED = "\u0001";

    @RepeatedTest(200)
    void whatIsMaskedIsWhatASimpleSearchFindsHoweverTheTextIsSplit(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Masker masker = new Masker();
        Set<String> forms = new LinkedHashSet<>();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            String secret = text(random, "ab", 4 + random.nextInt(6));
            masker.add(secret);
            forms.addAll(SecretForms.of(secret));
        }
        String text = text(random, "aabbc", 400) + ENDED;

        assertThat(inPieces(masker, text, random)).isEqualTo(searched(text, forms));
    }

    @RepeatedTest(200)
    void noFormOfASecretIsLeftHoweverTheTextIsSplit(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Masker masker = new Masker();
        List<String> hidden = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            String secret = text(random, "ABCxyz019+/=&% \"'\\\u00e4\ud83d", 6 + random.nextInt(40))
                            .strip() + "Zq9";
            masker.add(secret);
            hidden.add(secret);
            hidden.add(base64(secret).substring(0, secret.length() / 3 * 4));
            text.append(" [")
                    .append(secret)
                    .append("] ")
                    .append(base64(secret))
                    .append(" (")
                    .append(base64(
                            text(random, "abc", random.nextInt(4)) + secret + text(random, "abc", random.nextInt(4))))
                    .append(") ")
                    .append(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }

        String masked = inPieces(masker, text + ENDED, random);

        assertThat(hidden).allSatisfy(secret -> assertThat(masked).doesNotContain(secret));
        assertThat(masked.replaceAll("[^\\[\\]]", "")).isEqualTo("[]".repeat(hidden.size() / 2));
    }

    @RepeatedTest(100)
    void aSecretIsNeverSeenWholeHoweverManyLineEndsCutIt(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        Masker masker = new Masker();
        String secret = text(random, "abcdefghij0123456789", 16 + random.nextInt(48));
        masker.add(secret);
        MaskingStream stream = masker.stream();

        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (from < secret.length()) {
            int to = Math.min(secret.length(), from + 1 + random.nextInt(20));
            shown.append(stream.line(secret.substring(from, to)));
            from = to;
        }

        assertThat(shown.toString().replace(Masker.MASK, "")).hasSizeLessThan(8);
        assertThat(stream.line("clear")).isEqualTo("clear");
    }

    private static String inPieces(Masker masker, String text, Random random) {
        MaskingStream stream = masker.stream();
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + random.nextInt(12));
            shown.append(stream.write(text.substring(from, to)));
            from = to;
        }
        return shown.append(stream.flush()).toString();
    }

    private static String searched(String text, Set<String> forms) {
        BitSet covered = new BitSet();
        BitSet joined = new BitSet();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                covered.set(at, at + form.length());
                joined.set(at + 1, at + form.length());
            }
        }
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            if (!covered.get(index)) {
                shown.append(text.charAt(index));
            } else if (!joined.get(index)) {
                shown.append(Masker.MASK);
            }
        }
        return shown.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int count = 0; count < length; count++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
