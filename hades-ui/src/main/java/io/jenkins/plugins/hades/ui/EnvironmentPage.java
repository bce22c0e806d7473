package io.jenkins.plugins.hades.ui;

/** The page of an environment by its UUID. */
public final class EnvironmentPage extends Page {
    private final String id;

    EnvironmentPage(String id) {
        this.id = id;
    }

    @Override
    public String getKind() {
        return "environment";
    }

    @Override
    public String getTitle() {
        return Messages.EnvironmentPage_Title();
    }

    @Override
    public String getEnvironment() {
        return id;
    }
}
