package hudson.model;

/** Base of most model objects. */
public abstract class AbstractModelObject implements ModelObject {}
