package io.jenkins.plugins.hades.ui;

/** The page of an area of Hades beside its projects: the queue, the servers, who may do what, the audit. */
public final class AreaPage extends Page {
    /** The areas that there are in Jenkins. */
    static final String NAMES = "queue servers access audit";

    private final String kind;
    private final String title;

    AreaPage(String kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String getKind() {
        return kind;
    }

    @Override
    public String getTitle() {
        return title;
    }
}
