package io.jenkins.plugins.hades.store;

import java.util.function.Supplier;

/** The answers to requests that callers sent with a key, kept for {@link #KEPT_HOURS}, so that nothing is done twice. */
public interface AnswerStore {
    /** How many hours an answer is kept. */
    int KEPT_HOURS = 24;

    /**
     * A request with a key.
     *
     * @param caller who sent it: keys of different callers have nothing to do with each other
     * @param key the key
     * @param fingerprint tells the request from others
     */
    record Keyed(String caller, String key, String fingerprint) {}

    /**
     * An answer.
     *
     * @param fingerprint of the request that it answers
     * @param status its HTTP status
     * @param body its body
     */
    record Answer(String fingerprint, int status, String body) {}

    /**
     * Carries out a request, unless its key is known: then the answer of that time is given, whose fingerprint is another's where the request is another.
     * What the work does to the store is done in the same transaction as the answer is kept: both or neither. Of two at the same time, one waits for
     * the other.
     *
     * @param work carries it out; it touches nothing but the store, as it may be run again. When it throws, nothing is kept
     */
    Answer once(Keyed request, Supplier<Answer> work);
}
