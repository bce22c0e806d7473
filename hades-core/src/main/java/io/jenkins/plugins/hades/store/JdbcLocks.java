package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.EnvironmentLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The locks in the database. A lock that ended by itself stays there until another takes its place, and is not seen. */
final class JdbcLocks implements LockStore {
    private final Transactions transactions;
    private final Clock clock;

    JdbcLocks(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public EnvironmentLock acquire(UUID environmentId, String holder, String reason, Duration time) {
        if (holder.isEmpty() || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A lock needs a holder and a time: " + holder + ", " + time);
        }
        String doing = "Locking environment " + environmentId + " for " + holder;
        return transactions.run(doing, handle -> {
            EnvironmentRows.lockLiving(handle, doing, environmentId);
            Instant now = clock.instant();
            Optional<EnvironmentLock> held = find(handle, environmentId, now);
            if (held.isPresent() && !held.get().holder().equals(holder)) {
                return held.get();
            }
            EnvironmentLock lock = new EnvironmentLock(
                    environmentId,
                    holder,
                    reason,
                    held.map(EnvironmentLock::since).orElse(now),
                    now.plus(time));
            write(handle, lock);
            return lock;
        });
    }

    @Override
    public void release(UUID environmentId, String holder) {
        String doing = "Unlocking environment " + environmentId + " for " + holder;
        transactions.run(doing, handle -> {
            EnvironmentRows.lock(handle, doing, environmentId);
            return handle.createUpdate("DELETE FROM environment_lock WHERE environment_id = :id AND holder = :holder")
                    .bind("id", environmentId)
                    .bind("holder", holder)
                    .execute();
        });
    }

    @Override
    public Optional<EnvironmentLock> find(UUID environmentId) {
        return transactions.run(
                "Reading the lock of environment " + environmentId,
                handle -> find(handle, environmentId, clock.instant()));
    }

    private static Optional<EnvironmentLock> find(Handle handle, UUID environmentId, Instant now) {
        return handle.createQuery("SELECT * FROM environment_lock WHERE environment_id = :id AND held_until > :now")
                .bind("id", environmentId)
                .bind("now", now)
                .map(JdbcLocks::lock)
                .findOne();
    }

    private static void write(Handle handle, EnvironmentLock lock) {
        handle.createUpdate("DELETE FROM environment_lock WHERE environment_id = :id")
                .bind("id", lock.environmentId())
                .execute();
        handle.createUpdate("INSERT INTO environment_lock (environment_id, holder, reason, held_since, held_until)"
                        + " VALUES (:id, :holder, :reason, :since, :until)")
                .bind("id", lock.environmentId())
                .bind("holder", lock.holder())
                .bind("reason", lock.reason())
                .bind("since", lock.since())
                .bind("until", lock.until())
                .execute();
    }

    private static EnvironmentLock lock(ResultSet row, StatementContext context) throws SQLException {
        return new EnvironmentLock(
                row.getObject("environment_id", UUID.class),
                row.getString("holder"),
                row.getString("reason"),
                SqlTypes.time(row, "held_since"),
                SqlTypes.time(row, "held_until"));
    }
}
