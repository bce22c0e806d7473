package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The audit in the database. */
final class JdbcAudit implements AuditStore {
    private final Transactions transactions;
    private final Clock clock;

    JdbcAudit(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void add(AuditRecord entry) {
        transactions.run("Recording that " + entry.actor() + " did " + entry.action(), handle -> {
            Update insert = handle.createUpdate("INSERT INTO audit_record (recorded_at, actor, origin, action, outcome,"
                    + " project_id, project_name, environment_id, environment_name, detail) VALUES (:at, :actor, :origin,"
                    + " :action, :outcome, :project, :projectName, :environment, :environmentName, :detail)");
            bind(insert, "project", entry.projectId());
            bind(insert, "environment", entry.environmentId());
            return insert.bind("at", clock.instant())
                    .bind("actor", entry.actor())
                    .bind("origin", entry.origin())
                    .bind("action", entry.action())
                    .bind("outcome", entry.outcome().name())
                    .bind("projectName", entry.project())
                    .bind("environmentName", entry.environment())
                    .bind("detail", entry.detail())
                    .execute();
        });
    }

    @Override
    public List<AuditRecord> list(AuditQuery wanted) {
        Map<String, Object> limits = limits(wanted);
        String where = limits.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions(limits));
        return transactions.run("Listing the audit", handle -> {
            Query query = handle.createQuery(
                            "SELECT * FROM audit_record" + where + " ORDER BY id DESC FETCH FIRST :limit ROWS ONLY")
                    .bind("limit", wanted.limit());
            limits.forEach(query::bind);
            return query.map(JdbcAudit::read).list();
        });
    }

    @Override
    public int removeBefore(Instant time, int most) {
        return transactions.run("Removing old records of the audit", handle -> handle.createUpdate(
                        "DELETE FROM audit_record WHERE id IN (SELECT id FROM audit_record WHERE recorded_at < :time"
                                + " ORDER BY recorded_at FETCH FIRST :most ROWS ONLY)")
                .bind("time", time)
                .bind("most", most)
                .execute());
    }

    private static Map<String, Object> limits(AuditQuery wanted) {
        Map<String, Object> limits = new LinkedHashMap<>();
        wanted.project().ifPresent(id -> limits.put("project", id));
        wanted.environment().ifPresent(id -> limits.put("environment", id));
        wanted.actor().ifPresent(name -> limits.put("actor", name));
        wanted.action().ifPresent(name -> limits.put("action", name));
        wanted.from().ifPresent(time -> limits.put("from", time));
        wanted.until().ifPresent(time -> limits.put("until", time));
        if (wanted.before() > 0) {
            limits.put("before", wanted.before());
        }
        return limits;
    }

    private static List<String> conditions(Map<String, Object> limits) {
        return limits.keySet().stream()
                .map(name -> switch (name) {
                    case "project" -> "project_id = :project";
                    case "environment" -> "environment_id = :environment";
                    case "from" -> "recorded_at >= :from";
                    case "until" -> "recorded_at < :until";
                    case "before" -> "id < :before";
                    default -> name + " = :" + name;
                })
                .toList();
    }

    private static void bind(SqlStatement<?> statement, String name, Optional<UUID> id) {
        id.ifPresentOrElse(value -> statement.bind(name, value), () -> statement.bindNull(name, Types.OTHER));
    }

    private static AuditRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new AuditRecord(
                row.getLong("id"),
                SqlTypes.time(row, "recorded_at"),
                row.getString("actor"),
                row.getString("origin"),
                row.getString("action"),
                AuditOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getObject("project_id", UUID.class)),
                row.getString("project_name"),
                Optional.ofNullable(row.getObject("environment_id", UUID.class)),
                row.getString("environment_name"),
                row.getString("detail"));
    }
}
