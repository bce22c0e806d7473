package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who owns a store in PostgreSQL, and when it is free again. */
class PostgresOwnershipITest {
    private PostgresDatabase database;

    @BeforeEach
    void newDatabase() {
        Testbed.require(Need.POSTGRES);
        database = Testbed.shared().postgres().createDatabase();
    }

    @Test
    void aConnectionThatItsPoolForgotEndsWithTheStore() throws Exception {
        ServerDatabase first = open();
        first.migrate();
        Connection forgotten = first.source().getConnection();

        first.close();

        assertThat(forgotten.isClosed()).isTrue();
        open().close();
    }

    @Test
    void aConnectionThatComesAfterTheStoreWasClosedIsRefused() {
        ServerDatabase first = open();
        first.migrate();
        first.close();

        assertThatThrownBy(() -> first.source().getConnection()).isInstanceOf(SQLException.class);
        open().close();
    }

    @Test
    void anOwnerThatIsSeenToLiveIsNotWaitedFor() {
        ServerDatabase first = open();
        first.migrate();
        Instant begin = Instant.now();

        assertThatThrownBy(this::open)
                .asInstanceOf(InstanceOfAssertFactories.type(HadesException.class))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.CONFLICT);
                    assertThat(refused.reason())
                            .contains("process " + ProcessHandle.current().pid());
                });
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        first.close();
    }

    private ServerDatabase open() {
        return ServerDatabase.open(database.url(), database.user(), database::password);
    }
}
