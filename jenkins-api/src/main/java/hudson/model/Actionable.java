package hudson.model;

/** A model object with actions. */
public abstract class Actionable extends AbstractModelObject {}
