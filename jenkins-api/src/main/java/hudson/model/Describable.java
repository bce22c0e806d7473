package hudson.model;

/** An object that is configured through its descriptor. */
public interface Describable<T extends Describable<T>> {}
