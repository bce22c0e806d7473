package io.jenkins.plugins.hades.config.schema;

import java.util.ArrayList;
import java.util.List;

/** All keys of a file, by their paths: for suggestions, and to hold the reference to what the reader knows. */
public final class KeyList {
    /**
     * A key.
     *
     * @param path its path; {@code <name>} stands for a name that the user chooses, {@code []} for the items of a list
     * @param key the key
     * @param trusted whether it, or a key above it, counts only from a trusted place
     */
    public record Row(String path, Key<?> key, boolean trusted) {}

    private KeyList() {}

    /** The keys of this table and of those below it. */
    public static List<Row> of(ObjectForm<?> table) {
        List<Row> rows = new ArrayList<>();
        walk(table, "", false, rows);
        return List.copyOf(rows);
    }

    private static void walk(Form<?> form, String path, boolean trusted, List<Row> rows) {
        if (form instanceof ObjectForm<?> table) {
            for (Key<?> key : table.keys()) {
                String below = path.isEmpty() ? key.name() : path + "." + key.name();
                boolean counts = trusted || key.trusted();
                rows.add(new Row(below, key, counts));
                walk(key.form(), below, counts, rows);
            }
        } else if (form instanceof MapForm<?, ?> map) {
            walk(map.value(), path + ".<name>", trusted, rows);
        } else if (form instanceof ListForm<?> list) {
            walk(list.item(), path + "[]", trusted, rows);
        } else if (form instanceof UnionForm<?> union) {
            walk(union.first(), path, trusted, rows);
            walk(union.second(), path, trusted, rows);
        } else if (form instanceof MappedForm<?, ?> mapped) {
            walk(mapped.form(), path, trusted, rows);
        }
    }
}
