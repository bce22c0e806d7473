package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/** Makes the router of an engine. */
public final class Routes {
    private Routes() {}

    /**
     * @param engine does the work
     * @param projects records projects, where that is not done elsewhere
     * @param access decides what callers may do
     */
    public static Router router(Engine engine, ProjectRegistry projects, Access access) {
        Subjects subjects = new Subjects(engine.store());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ProjectRoutes(engine, projects, subjects).routes());
        routes.addAll(new EnvironmentRoutes(engine, subjects).routes());
        routes.addAll(new VariableRoutes(engine, subjects).routes());
        routes.addAll(new OperationRoutes(engine, subjects).routes());
        routes.addAll(new ServerRoutes(engine).routes());
        return new Router(routes, access);
    }
}
