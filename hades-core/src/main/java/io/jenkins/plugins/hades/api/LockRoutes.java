package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.EnvironmentLock;
import io.jenkins.plugins.hades.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lock of an environment: while somebody holds it, nobody else's operations begin. */
final class LockRoutes {
    private static final String PATH = "/environments/{environment}/lock";
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_REASON = 500;

    private final Store store;
    private final Subjects subjects;

    LockRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, "The lock that is held now; data is null if there is none")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .answers(200, "Lock")
                        .by(this::show),
                Route.unsafe("POST", PATH, "lock.take", "Takes the lock, or renews the caller's own")
                        .needs(Permission.DEPLOY, subjects::ofEnvironment)
                        .reads("LockRequest")
                        .answers(200, "Lock")
                        .atomic()
                        .by(this::take),
                Route.unsafe("DELETE", PATH, "lock.release", "Gives the caller's own lock back")
                        .needs(Permission.DEPLOY, subjects::ofEnvironment)
                        .answers(200, "Lock")
                        .atomic()
                        .by(this::release),
                Route.unsafe("POST", PATH + "/break", "lock.break", "Ends the lock, whoever holds it")
                        .needs(Permission.CONFIGURE, subjects::ofEnvironment)
                        .answers(200, "Lock")
                        .atomic()
                        .by(this::end));
    }

    private ApiResponse show(Exchange exchange) {
        return document(
                exchange, store.locks().find(subjects.environment(exchange).id()));
    }

    private ApiResponse take(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        String caller = exchange.request().caller().id();
        Wish wish = exchange.body(Wish.class);
        String reason = Exchange.required(wish.reason(), "/reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw RequestProblem.pointer("/reason", "it is empty, or longer than " + LONGEST_REASON + " characters");
        }
        Duration time = Exchange.required(wish.time(), "/time");
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw RequestProblem.pointer("/time", "it is none, or longer than " + LONGEST.toDays() + " days");
        }
        EnvironmentLock lock = store.locks().acquire(environment, caller, reason, time);
        if (!lock.holder().equals(caller)) {
            throw held("Locking environment " + environment, lock);
        }
        exchange.deed().detail("until " + lock.until() + ": " + reason);
        return document(exchange, Optional.of(lock));
    }

    private ApiResponse release(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        String caller = exchange.request().caller().id();
        store.locks()
                .find(environment)
                .filter(lock -> !lock.holder().equals(caller))
                .ifPresent(lock -> {
                    throw held("Unlocking environment " + environment, lock);
                });
        store.locks().release(environment, caller);
        return document(exchange, Optional.empty());
    }

    private ApiResponse end(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        store.locks().find(environment).ifPresent(lock -> {
            store.locks().release(environment, lock.holder());
            exchange.deed().detail("held by " + lock.holder() + ": " + lock.reason());
        });
        return document(exchange, Optional.empty());
    }

    private static ApiResponse document(Exchange exchange, Optional<EnvironmentLock> lock) {
        return lock.map(held -> Documents.one(
                        exchange,
                        200,
                        Resources.plain("locks", held.environmentId().toString(), held)))
                .orElseGet(() -> Documents.none(exchange));
    }

    private static HadesException held(String doing, EnvironmentLock lock) {
        return new HadesException(
                ErrorKind.CONFLICT,
                doing,
                lock.holder() + " holds its lock until " + lock.until() + ": " + lock.reason(),
                "Wait, or ask " + lock.holder());
    }

    /**
     * What a lock is taken with.
     *
     * @param reason why, for others to read
     * @param time after which it ends by itself
     */
    record Wish(String reason, Duration time) {}
}
