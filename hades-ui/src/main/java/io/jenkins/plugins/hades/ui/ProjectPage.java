package io.jenkins.plugins.hades.ui;

/** The page of a project by its UUID. */
public final class ProjectPage extends Page {
    private final String id;

    ProjectPage(String id) {
        this.id = id;
    }

    @Override
    public String getKind() {
        return "project";
    }

    @Override
    public String getTitle() {
        return Messages.ProjectTab_DisplayName();
    }

    @Override
    public String getProject() {
        return id;
    }
}
