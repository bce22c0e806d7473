package io.jenkins.plugins.hades.jenkins.service;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.settings.ConfigurationListener;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.util.Optional;

/**
 * The engine of this controller. It is opened in the background after Jenkins has loaded its jobs if there are records of Hades, else when it is
 * first needed; so it neither delays nor breaks Jenkins' start. When it cannot be opened, Jenkins runs on, whoever needs Hades is told why, and it
 * is tried again when the configuration changes or when it is needed some time later. Thread-safe.
 */
@Extension
public final class HadesService implements ConfigurationListener {
    private final EngineHolder holder = new EngineHolder(new JenkinsEngines());

    /** The service of this controller. */
    public static HadesService get() {
        return ExtensionList.lookupSingleton(HadesService.class);
    }

    /**
     * The engine. Blocks while it is being opened, for a minute at most; never call it on a thread that must not wait.
     *
     * @throws HadesException when it could not be opened, with the reason, or is not open yet
     */
    public Engine engine() throws InterruptedException {
        return holder.engine();
    }

    /** What takes pushes; as {@link #engine}. */
    public Triggers triggers() throws InterruptedException {
        return holder.opened().triggers();
    }

    /** The engine if it is open now. Never blocks. */
    public Optional<Engine> ifOpen() {
        return holder.ifOpen();
    }

    /** Why the engine could not be opened, if it could not. Never blocks. */
    public Optional<HadesException> failure() {
        return holder.failure();
    }

    /** Opens the engine in the background if it could not be opened before, or store or registry are others now. */
    @Override
    public void configurationChanged() {
        holder.use(EngineBasis.configured());
    }

    /** Lets the engine be opened from now on; opens it in the background where there are records to be settled. */
    void jobsAreLoaded() {
        holder.use(EngineBasis.configured());
        holder.allow(JenkinsEngines.hasRecords(EngineBasis.configured().store()));
    }

    /** Closes the engine for good; operations at work are settled at the next start. */
    void jenkinsStops() {
        holder.close();
    }
}
