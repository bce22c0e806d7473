package hudson.model;

/** A holder of items: Jenkins, a folder. */
public interface ItemGroup<T extends Item> extends PersistenceRoot, ModelObject {
    default Iterable<Item> allItems() {
        throw new UnsupportedOperationException("compile-only");
    }
}
