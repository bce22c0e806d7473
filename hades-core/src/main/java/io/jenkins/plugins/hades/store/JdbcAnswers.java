package io.jenkins.plugins.hades.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The kept answers in the database. A row is made before the work and filled after it: of two transactions with one key, the second waits for the first,
 * finds its row there, and is run again.
 */
final class JdbcAnswers implements AnswerStore {
    private static final Duration KEPT = Duration.ofHours(KEPT_HOURS);

    private final Transactions transactions;
    private final Clock clock;

    JdbcAnswers(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Answer once(Keyed request, Supplier<Answer> work) {
        return transactions.run("Answering a request of " + request.caller(), handle -> {
            Instant now = clock.instant();
            forget(handle, now);
            Optional<Answer> known = find(handle, request);
            if (known.isPresent()) {
                return known.get();
            }
            insert(handle, request, now);
            Answer answer = work.get();
            fill(handle, request, answer);
            return answer;
        });
    }

    private static void forget(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM answered_request WHERE answered_at <= :old")
                .bind("old", now.minus(KEPT))
                .execute();
    }

    private static Optional<Answer> find(Handle handle, Keyed request) {
        return handle.createQuery("SELECT * FROM answered_request WHERE caller = :caller AND request_key = :key")
                .bind("caller", request.caller())
                .bind("key", request.key())
                .map(JdbcAnswers::read)
                .findOne();
    }

    private static void insert(Handle handle, Keyed request, Instant now) {
        handle.createUpdate("INSERT INTO answered_request (caller, request_key, fingerprint, status, body, answered_at)"
                        + " VALUES (:caller, :key, :fingerprint, 0, '', :now)")
                .bind("caller", request.caller())
                .bind("key", request.key())
                .bind("fingerprint", request.fingerprint())
                .bind("now", now)
                .execute();
    }

    private static void fill(Handle handle, Keyed request, Answer answer) {
        handle.createUpdate("UPDATE answered_request SET status = :status, body = :body"
                        + " WHERE caller = :caller AND request_key = :key")
                .bind("caller", request.caller())
                .bind("key", request.key())
                .bind("status", answer.status())
                .bind("body", answer.body())
                .execute();
    }

    private static Answer read(ResultSet row, StatementContext context) throws SQLException {
        return new Answer(row.getString("fingerprint"), row.getInt("status"), row.getString("body"));
    }
}
