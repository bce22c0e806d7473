package io.jenkins.plugins.hades.cli.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;

/**
 * Lets browsers in: a token opens one session, and is void then. Everything is in memory, so a restart ends all sessions. Thread-safe.
 */
final class Doorkeeper {
    /** More browsers than this one person does not use; the oldest session makes room. */
    private static final int SESSIONS = 16;

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Deque<WebSession> sessions = new ArrayDeque<>();
    private Optional<String> token = Optional.empty();

    /** A new token of 256 random bits; one that was not used yet is void. */
    synchronized String newToken() {
        String made = secret();
        token = Optional.of(made);
        return made;
    }

    /** Opens a session for who brings the token; empty where it is not the one that was given out last, or was used. */
    synchronized Optional<WebSession> enter(String brought) {
        if (token.filter(given -> same(given, brought)).isEmpty()) {
            return Optional.empty();
        }
        token = Optional.empty();
        WebSession session = new WebSession(secret(), secret());
        if (sessions.size() == SESSIONS) {
            sessions.removeFirst();
        }
        sessions.addLast(session);
        return Optional.of(session);
    }

    /** The session of this id. */
    synchronized Optional<WebSession> session(String id) {
        return sessions.stream().filter(session -> same(session.id(), id)).findFirst();
    }

    /** Whether two secrets are the same; takes as long where they are not. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
