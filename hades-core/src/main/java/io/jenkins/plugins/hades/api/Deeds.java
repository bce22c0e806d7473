package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.store.AnswerStore.Answer;
import io.jenkins.plugins.hades.store.AnswerStore.Keyed;
import io.jenkins.plugins.hades.store.Store;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Carries out requests that change something, and sees that each is in the audit. Where a route touches only the store, all of it is one transaction; then
 * a POST may bear a key, under which it is carried out once however often it is sent.
 */
final class Deeds {
    /** The header with the key. */
    static final String KEY = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Store store;
    private final Trail trail;
    private final Runnable afterwards;

    /**
     * @param store what is changed
     * @param trail keeps the audit
     * @param afterwards called when something was done, after its transaction
     */
    Deeds(Store store, Trail trail, Runnable afterwards) {
        this.store = store;
        this.trail = trail;
        this.afterwards = afterwards;
    }

    /** Carries out a request that its caller may make. */
    ApiResponse done(Route route, Exchange exchange) throws InterruptedException {
        if (!route.atomic()) {
            ApiResponse response = route.handler().handle(exchange);
            trail.add(route, exchange, AuditOutcome.DONE);
            return response;
        }
        Optional<String> key = exchange.request().header(KEY).filter(given -> route.keyed());
        ApiResponse response = key.isPresent()
                ? once(route, exchange, key.get())
                : store.together(doing(exchange), () -> handled(route, exchange));
        afterwards.run();
        return response;
    }

    /** A request was refused, as its caller lacks the right. */
    void refused(Route route, Exchange exchange, Optional<UUID> project) {
        if (route.action().isPresent()) {
            project.ifPresent(exchange.deed()::toProject);
            trail.add(route, exchange, AuditOutcome.REFUSED);
        }
    }

    private ApiResponse once(Route route, Exchange exchange, String key) {
        if (!FORM.matcher(key).matches()) {
            throw wrong(400, doing(exchange), "the key is none: 1 to 255 visible ASCII characters", "Send a UUID");
        }
        String fingerprint = Fingerprint.of(exchange.request());
        AtomicBoolean now = new AtomicBoolean();
        Answer answer = store.answers()
                .once(new Keyed(exchange.request().caller().id(), key, fingerprint), () -> {
                    now.set(true);
                    ApiResponse response = handled(route, exchange);
                    return new Answer(fingerprint, response.status(), response.body());
                });
        if (!answer.fingerprint().equals(fingerprint)) {
            throw wrong(422, doing(exchange), "the key was used for another request", "Send a new key");
        }
        ApiResponse response = ApiResponse.document(answer.status(), answer.body());
        return now.get() ? response : response.with("Idempotency-Replayed", "true");
    }

    private ApiResponse handled(Route route, Exchange exchange) {
        try {
            ApiResponse response = route.handler().handle(exchange);
            trail.add(route, exchange, AuditOutcome.DONE);
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HadesException(ErrorKind.CANCELLED, doing(exchange), "Hades is ending", "Try again", e);
        }
    }

    private static String doing(Exchange exchange) {
        return exchange.request().method() + " " + exchange.request().path();
    }

    private static RequestProblem wrong(int status, String doing, String reason, String remedy) {
        return RequestProblem.header(KEY, status, new HadesException(ErrorKind.BAD_INPUT, doing, reason, remedy));
    }
}
