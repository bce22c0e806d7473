package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Looks for operations in the database. */
final class OperationSearch {
    /** The newest of each environment. */
    private static final String NEWEST = "SELECT o.* FROM environment e JOIN operation o ON o.id ="
            + " (SELECT n.id FROM operation n WHERE n.environment_id = e.id"
            + " ORDER BY n.environment_id DESC, n.id DESC FETCH FIRST 1 ROW ONLY) WHERE e.id IN (<environments>)";

    /**
     * The operations nearest to where a list goes on, looked through before all are: where many fit, as they mostly do, a page is full soon and nothing
     * is sorted; where few do, an index finds them among all.
     */
    private static final String NEAR = "(SELECT * FROM operation%s%s FETCH FIRST 5000 ROWS ONLY) AS near_ones";

    private OperationSearch() {}

    /** The operations that a query means. */
    static List<Operation> list(Handle handle, OperationQuery wanted) {
        if (wanted.projects().filter(Collection::isEmpty).isPresent()) {
            return List.of();
        }
        if (wanted.environment().isEmpty()) {
            List<Operation> near = found(handle, wanted, NEAR);
            if (near.size() == wanted.limit()) {
                return near;
            }
        }
        return found(handle, wanted, "operation");
    }

    private static List<Operation> found(Handle handle, OperationQuery wanted, String from) {
        String order = wanted.ascending() ? " ORDER BY id" : " ORDER BY id DESC";
        String beyond = wanted.beyond() == 0 ? "" : wanted.ascending() ? "id > :beyond" : "id < :beyond";
        String source = from.formatted(beyond.isEmpty() ? "" : " WHERE " + beyond, order);
        List<String> where = conditions(wanted);
        if (!beyond.isEmpty()) {
            where.add(beyond);
        }
        Query query = handle.createQuery("SELECT * FROM " + source
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)) + order
                + " FETCH FIRST :limit ROWS ONLY");
        bind(query, wanted);
        return query.map(OperationRows::operation).list();
    }

    private static List<String> conditions(OperationQuery wanted) {
        List<String> where = new ArrayList<>();
        wanted.environment().ifPresent(id -> where.add("environment_id = :environment"));
        wanted.projects()
                .ifPresent(ids ->
                        where.add("environment_id IN (SELECT id FROM environment WHERE project_id IN (<projects>))"));
        wanted.actor().ifPresent(name -> where.add("actor = :actor"));
        if (!wanted.statuses().isEmpty()) {
            where.add("status IN (<statuses>)");
        }
        if (!wanted.kinds().isEmpty()) {
            where.add("kind IN (<kinds>)");
        }
        return where;
    }

    private static void bind(Query query, OperationQuery wanted) {
        query.bind("limit", wanted.limit());
        if (wanted.beyond() > 0) {
            query.bind("beyond", wanted.beyond());
        }
        wanted.environment().ifPresent(id -> query.bind("environment", id));
        wanted.projects().ifPresent(ids -> query.bindList("projects", List.copyOf(ids)));
        wanted.actor().ifPresent(name -> query.bind("actor", name));
        if (!wanted.statuses().isEmpty()) {
            query.bindList(
                    "statuses", wanted.statuses().stream().map(Enum::name).toList());
        }
        if (!wanted.kinds().isEmpty()) {
            query.bindList("kinds", wanted.kinds().stream().map(Enum::name).toList());
        }
    }

    /** The operation that runs in each of these environments; where none does, the newest; none where there is none. */
    static Map<UUID, Operation> last(Handle handle, Collection<UUID> environments) {
        Map<UUID, Operation> found = new HashMap<>();
        if (!environments.isEmpty()) {
            List<UUID> ids = List.copyOf(environments);
            handle.createQuery(NEWEST).bindList("environments", ids).map(OperationRows::operation).stream()
                    .forEach(operation -> found.put(operation.environmentId(), operation));
            handle
                    .createQuery("SELECT * FROM operation WHERE running_in IN (<environments>)")
                    .bindList("environments", ids)
                    .map(OperationRows::operation)
                    .stream()
                    .forEach(operation -> found.put(operation.environmentId(), operation));
        }
        return found;
    }
}
