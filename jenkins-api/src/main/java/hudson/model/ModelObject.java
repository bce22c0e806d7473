package hudson.model;

/** An object that has a page. */
public interface ModelObject {}
