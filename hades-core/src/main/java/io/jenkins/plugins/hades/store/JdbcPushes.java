package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.model.PushRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The pushes in the database. A second transaction with one delivery fails on the first one's row, is run again, and finds it there. */
final class JdbcPushes implements PushStore {
    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);

    private final Transactions transactions;
    private final Clock clock;

    JdbcPushes(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean receive(Push push) {
        return transactions.run("Recording the delivery " + push.delivery(), handle -> {
            Instant now = clock.instant();
            forget(handle, now);
            Optional<State> before = state(handle, push.delivery());
            if (before.isEmpty()) {
                insert(handle, push, now);
            } else if (before.get() == State.FAILED) {
                update(handle, push.delivery(), State.WAITING);
            }
            return before.isEmpty() || before.get() == State.FAILED;
        });
    }

    @Override
    public List<Push> waiting() {
        return transactions.run("Listing the pushes that wait", handle -> handle.createQuery(
                        "SELECT push FROM push_delivery WHERE state = 'WAITING' ORDER BY received_at, delivery")
                .mapTo(String.class)
                .map(json -> StoredJson.read(Push.class, json))
                .list());
    }

    @Override
    public void settle(String delivery, State state) {
        transactions.run("Recording the end of delivery " + delivery, handle -> update(handle, delivery, state));
    }

    @Override
    public void learn(UUID environmentId, PushRule rule) {
        String doing = "Recording which pushes deploy environment " + environmentId;
        transactions.run(doing, handle -> {
            EnvironmentRows.lock(handle, doing, environmentId);
            handle.createUpdate("DELETE FROM push_rule WHERE environment_id = :id")
                    .bind("id", environmentId)
                    .execute();
            return handle.createUpdate("INSERT INTO push_rule (environment_id, rule) VALUES (:id, :rule)")
                    .bind("id", environmentId)
                    .bind("rule", StoredJson.write(PushRule.class, rule))
                    .execute();
        });
    }

    @Override
    public Map<UUID, PushRule> rules(Collection<UUID> environments) {
        if (environments.isEmpty()) {
            return Map.of();
        }
        return transactions.run("Reading which pushes deploy environments", handle -> {
            Map<UUID, PushRule> rules = new HashMap<>();
            handle.createQuery("SELECT * FROM push_rule WHERE environment_id IN (<ids>)")
                    .bindList("ids", List.copyOf(environments))
                    .map((row, context) -> rules.put(
                            row.getObject("environment_id", UUID.class),
                            StoredJson.read(PushRule.class, row.getString("rule"))))
                    .list();
            return rules;
        });
    }

    private static void forget(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM push_delivery WHERE received_at <= :old AND state <> 'WAITING'")
                .bind("old", now.minus(KEPT))
                .execute();
    }

    private static Optional<State> state(Handle handle, String delivery) {
        return handle.createQuery("SELECT state FROM push_delivery WHERE delivery = :delivery")
                .bind("delivery", delivery)
                .mapTo(String.class)
                .findOne()
                .map(State::valueOf);
    }

    private static void insert(Handle handle, Push push, Instant now) {
        handle.createUpdate("INSERT INTO push_delivery (delivery, push, state, received_at)"
                        + " VALUES (:delivery, :push, 'WAITING', :now)")
                .bind("delivery", push.delivery())
                .bind("push", StoredJson.write(Push.class, push))
                .bind("now", now)
                .execute();
    }

    private static int update(Handle handle, String delivery, State state) {
        return handle.createUpdate("UPDATE push_delivery SET state = :state WHERE delivery = :delivery")
                .bind("delivery", delivery)
                .bind("state", state.name())
                .execute();
    }
}
