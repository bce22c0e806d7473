package io.jenkins.plugins.hades.target.health;

import java.io.IOException;

/** A question that tells whether something serves. Asked again and again, each time on a thread of its own. */
public interface Probe {
    /** What is asked, as the beginning of a sentence: {@code "GET /health on port 8080"}. */
    String question();

    /**
     * Asks once; blocks until there is an answer.
     *
     * @param streams what is opened for this attempt goes through these, so that an attempt that takes too long can be ended
     * @throws IOException when the question could not even be put, which counts as an answer that may still change
     */
    Answer ask(AttemptStreams streams) throws IOException, InterruptedException;
}
