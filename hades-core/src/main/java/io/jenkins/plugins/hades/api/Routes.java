package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Makes the router of an engine. */
public final class Routes {
    private Routes() {}

    /**
     * @param engine does the work
     * @param projects records projects, where that is not done elsewhere
     * @param servers registers servers, where that is not done elsewhere
     * @param grants gives rights on projects, where that is not done elsewhere
     * @param credentials keeps new credentials, where that is not done elsewhere
     * @param access decides what callers may do
     */
    public static Router router(
            Engine engine,
            ProjectRegistry projects,
            ServerRegistry servers,
            ProjectGrants grants,
            CredentialRegistry credentials,
            Access access) {
        Store store = engine.store();
        Subjects subjects = new Subjects(store);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ProjectRoutes(store, projects, subjects).routes());
        routes.addAll(new EnvironmentRoutes(store, subjects).routes());
        routes.addAll(new ReleaseRoutes(store, subjects).routes());
        routes.addAll(new VariableRoutes(store, subjects).routes());
        routes.addAll(new OperationRoutes(store, subjects).routes());
        routes.addAll(new WorkRoutes(engine, subjects).routes());
        routes.addAll(new UploadRoutes(engine, subjects).routes());
        routes.addAll(new LockRoutes(store, subjects).routes());
        routes.addAll(new ServerRoutes(engine, servers).routes());
        routes.addAll(new CredentialRoutes(subjects, credentials).routes());
        routes.addAll(new AccessRoutes(store, grants).routes());
        routes.addAll(new AuditRoutes(store, subjects).routes());
        routes.add(OpenApi.route(routes));
        return new Router(routes, access, new Deeds(store, new Trail(store), engine::look));
    }
}
