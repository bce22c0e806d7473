package io.jenkins.plugins.hades.ui;

import hudson.Extension;
import hudson.model.RootAction;
import jenkins.security.stapler.StaplerDispatchable;

/** All of Hades in Jenkins, under {@code /hades}: the dashboard, the pages below it, their assets, the API. */
@Extension
public final class HadesRootAction extends Page implements RootAction {
    private final Api api = new Api();
    private final Assets assets = new Assets();

    @Override
    public String getIconFileName() {
        return ProjectTab.ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.HadesRootAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "hades";
    }

    @Override
    public String getKind() {
        return "dashboard";
    }

    @Override
    public String getTitle() {
        return Messages.HadesRootAction_DisplayName();
    }

    /** {@code /hades/api}. */
    @StaplerDispatchable
    public Api getApi() {
        return api;
    }

    /** {@code /hades/assets}. */
    @StaplerDispatchable
    public Assets getAssets() {
        return assets;
    }

    /** {@code /hades/projects/<uuid>}. */
    @StaplerDispatchable
    public SubjectPages getProjects() {
        return SubjectPages.PROJECTS;
    }

    /** {@code /hades/environments/<uuid>}. */
    @StaplerDispatchable
    public SubjectPages getEnvironments() {
        return SubjectPages.ENVIRONMENTS;
    }

    /** {@code /hades/queue}. */
    @StaplerDispatchable
    public AreaPage getQueue() {
        return new AreaPage("queue", Messages.AreaPage_queue());
    }

    /** {@code /hades/servers}. */
    @StaplerDispatchable
    public AreaPage getServers() {
        return new AreaPage("servers", Messages.AreaPage_servers());
    }

    /** {@code /hades/access}. */
    @StaplerDispatchable
    public AreaPage getAccess() {
        return new AreaPage("access", Messages.AreaPage_access());
    }

    /** {@code /hades/audit}. */
    @StaplerDispatchable
    public AreaPage getAudit() {
        return new AreaPage("audit", Messages.AreaPage_audit());
    }

    /** The versions of the API. */
    public static final class Api {
        private final ApiV1 v1 = new ApiV1();

        Api() {}

        /** {@code /hades/api/v1}. */
        @StaplerDispatchable
        public ApiV1 getV1() {
            return v1;
        }
    }
}
