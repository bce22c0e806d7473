package hudson.model;

import java.util.Collection;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/** A holder of items: Jenkins, a folder. */
public interface ItemGroup<T extends Item> extends PersistenceRoot, ModelObject {
    String getFullName();

    String getFullDisplayName();

    Collection<T> getItems();

    String getUrl();

    T getItem(String name) throws AccessDeniedException;

    default <T extends Item> List<T> getAllItems(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    default <T extends Item> Iterable<T> allItems(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    default Iterable<Item> allItems() {
        throw new UnsupportedOperationException("compile-only");
    }
}
