package io.jenkins.plugins.hades.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** A store in a database of SQL: H2 or PostgreSQL. */
final class JdbcStore implements Store {
    private final OwnedDatabase database;
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final ProjectStore projects;
    private final EnvironmentStore environments;
    private final VariableStore variables;
    private final ReleaseStore releases;
    private final OperationStore operations;
    private final LockStore locks;
    private final AuditStore audit;
    private final AnswerStore answers;
    private final PushStore pushes;

    private JdbcStore(OwnedDatabase database, HikariDataSource pool, Sealer sealer, Clock clock) {
        this.database = database;
        this.pool = pool;
        Jdbi jdbi = Jdbi.create(pool);
        SqlTypes.register(jdbi);
        this.transactions = new Transactions(jdbi, database.label());
        this.projects = new JdbcProjects(transactions, clock);
        this.environments = new JdbcEnvironments(transactions, clock);
        this.variables = new JdbcVariables(transactions, sealer, clock);
        this.releases = new JdbcReleases(transactions, clock);
        this.operations = new JdbcOperations(transactions, clock);
        this.locks = new JdbcLocks(transactions, clock);
        this.audit = new JdbcAudit(transactions, clock);
        this.answers = new JdbcAnswers(transactions, clock);
        this.pushes = new JdbcPushes(transactions, clock);
    }

    /** Opens the store in a database; gives the database up when that fails. */
    static JdbcStore open(OwnedDatabase database, Sealer sealer, Clock clock) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(JdbcStore.class.getClassLoader());
        try {
            database.migrate();
            return new JdbcStore(database, pool(database), sealer, clock);
        } catch (RuntimeException e) {
            database.close();
            throw e instanceof HadesException ? e : SqlFailure.of("Opening " + database.label(), database.label(), e);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    @Override
    public ProjectStore projects() {
        return projects;
    }

    @Override
    public EnvironmentStore environments() {
        return environments;
    }

    @Override
    public VariableStore variables() {
        return variables;
    }

    @Override
    public ReleaseStore releases() {
        return releases;
    }

    @Override
    public OperationStore operations() {
        return operations;
    }

    @Override
    public LockStore locks() {
        return locks;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public AnswerStore answers() {
        return answers;
    }

    @Override
    public PushStore pushes() {
        return pushes;
    }

    @Override
    public <T> T together(String doing, Supplier<T> work) {
        return transactions.run(doing, handle -> work.get());
    }

    @Override
    public void close() {
        if (!pool.isClosed()) {
            transactions.close();
            pool.close();
            database.close();
        }
    }

    private static HikariDataSource pool(OwnedDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.source());
        config.setPoolName("hades-store");
        config.setMaximumPoolSize(Transactions.THREADS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }
}
