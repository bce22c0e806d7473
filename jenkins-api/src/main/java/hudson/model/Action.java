package hudson.model;

/** Something shown beside a model object, with an URL below it. */
public interface Action extends ModelObject {
    String getIconFileName();

    String getDisplayName();

    String getUrlName();
}
