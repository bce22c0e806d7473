package hudson.model;

/** Base of describables; since 2.505 {@code Describable} alone does. */
@Deprecated(since = "2.505")
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {}
