package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of {@code health.http}. */
final class HttpTable extends ObjectForm<HealthConfig.Check> {
    private static final int LOWEST = 200;
    private static final int HIGHEST = 399;

    /** A range of HTTP statuses. */
    private record Range(int lowest, int highest) {}

    private final Key<String> path = key("path", ConfigForms.httpPath(), "/", "The path and query to ask for.");
    private final Key<Optional<Integer>> port =
            optional("port", Forms.port(), "The container's port; without it, run.port.");
    private final Key<Range> status = key(
            "status",
            statuses(),
            LOWEST + "-" + HIGHEST,
            "The status that is healthy, such as 200, or the range of statuses, such as 200-399.");

    HttpTable() {
        super("an HTTP request");
    }

    /** The check of the short form, which is only a path. */
    static HealthConfig.Check shortForm(String path) {
        return new HealthConfig.Http(path, OptionalInt.empty(), LOWEST, HIGHEST);
    }

    @Override
    protected HealthConfig.Check make(Values values) {
        Range range = values.get(status);
        return new HealthConfig.Http(
                values.get(path),
                values.get(port).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                range.lowest(),
                range.highest());
    }

    private static Form<Range> statuses() {
        return Forms.numberOrText(
                Forms.whole("a status", 100, 599).map(one -> new Range(one, one)),
                Forms.text("a range such as 200-399", "^[1-5][0-9]{2}-[1-5][0-9]{2}$", text -> Optional.of(
                                new Range(Integer.parseInt(text.substring(0, 3)), Integer.parseInt(text.substring(4))))
                        .filter(range -> range.lowest() <= range.highest())));
    }
}
