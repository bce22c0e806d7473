package io.jenkins.plugins.hades.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange.Assign;
import io.jenkins.plugins.hades.secret.TestSealer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Changes a store without end, in a process of its own, and writes a line for each change that the store has confirmed. */
final class StoreHammer {
    static final UUID PROJECT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final String ENVIRONMENT = "production";

    private final Store store;
    private final UUID environment;
    private final Random random;

    private StoreHammer(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
        store.projects().save(new Project(PROJECT, "hammered"));
        this.environment = store.environments().define(PROJECT, ENVIRONMENT).id();
    }

    /** Takes the seed, and the folder of an embedded store, or the URL, user and password of a PostgreSQL database. */
    public static void main(String[] arguments) {
        System.out.println("opening");
        Store store = arguments.length == 2
                ? JdbcStores.h2(Path.of(arguments[1]), new TestSealer())
                : JdbcStores.postgres(arguments[1], arguments[2], () -> arguments[3], new TestSealer());
        StoreHammer hammer = new StoreHammer(store, Long.parseLong(arguments[0]));
        while (true) {
            System.out.println(hammer.change());
        }
    }

    /** Makes one change that has several parts. */
    private String change() {
        if (random.nextBoolean()) {
            String value = Long.toString(counted() + 1);
            store.variables().change(environment, List.of(assign("FIRST", value), assign("SECOND", value)), "hammer");
            return "variables " + value;
        }
        store.operations().submit(environment, OperationRequest.of(OperationKind.DEPLOY), "hammer", "test");
        store.operations().claim("hammer").ifPresent(this::work);
        return "operation";
    }

    private void work(Operation operation) {
        store.operations().beginStep(operation.id(), "One");
        store.releases().record(draft(operation));
        store.operations().beginStep(operation.id(), "Two");
        store.operations().end(operation.id(), OperationStatus.SUCCEEDED, "");
        System.out.println("ended " + operation.id());
    }

    private long counted() {
        return store.variables().values(environment).stream()
                .mapToLong(value -> Long.parseLong(value.value()))
                .max()
                .orElse(0);
    }

    private ReleaseStore.Draft draft(Operation operation) {
        return new ReleaseStore.Draft(
                environment,
                new Revision.Archive("site.zip", "00ff"),
                new Artifact.Files("sha256:00", 1),
                List.of(),
                "files",
                JsonNodeFactory.instance.objectNode(),
                "b",
                "d",
                operation.id());
    }

    private static Assign assign(String name, String value) {
        return new Assign(name, Scope.APP, Set.of(Phase.RUN), name.equals("SECOND"), value);
    }
}
