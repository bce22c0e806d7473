package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.api.Routes;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import io.jenkins.plugins.hades.ui.access.GrantsOnItems;

/** Keeps the router of the engine that is open. Thread-safe. */
final class Routers {
    private Engine served;
    private Router router;

    /**
     * The router. When the engine is another than before, the projects that items are bound to are recorded first. Blocks while the engine is being
     * opened, for a minute at most.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException when the engine cannot be opened
     */
    Router current() throws InterruptedException {
        Engine engine = HadesService.get().engine();
        synchronized (this) {
            if (!engine.equals(served)) {
                ProjectItems.record(engine);
                router = Routes.router(
                        engine,
                        new BoundProjectsOnly(),
                        new ServersInConfiguration(),
                        new GrantsOnItems(),
                        new CredentialsInStores(),
                        new ItemAccess(engine.store().projects()));
                served = engine;
            }
            return router;
        }
    }
}
