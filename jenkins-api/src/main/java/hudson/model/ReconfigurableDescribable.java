package hudson.model;

/** A describable that takes part in its own reconfiguration. */
public interface ReconfigurableDescribable<T extends ReconfigurableDescribable<T>> extends Describable<T> {}
