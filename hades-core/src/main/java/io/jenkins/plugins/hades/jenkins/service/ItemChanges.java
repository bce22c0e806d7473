package io.jenkins.plugins.hades.jenkins.service;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectRecords;
import java.util.function.BiConsumer;
import jenkins.util.Timer;

/**
 * Hears of items that are saved, renamed and moved, so that a project is recorded as soon as it is bound, and under its item's present name. Every
 * method returns at once.
 */
@Extension
public final class ItemChanges extends ItemListener {
    @Override
    public void onCreated(Item item) {
        later(item, ProjectRecords::record);
    }

    @Override
    public void onUpdated(Item item) {
        later(item, ProjectRecords::record);
    }

    /** Is called for the item itself, and for each item below it. */
    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        later(item, ProjectRecords::refresh);
    }

    private static void later(Item item, BiConsumer<Engine, BoundProject> work) {
        HadesService.get().ifOpen().ifPresent(engine -> BoundProject.of(item)
                .ifPresent(bound -> Timer.get().execute(() -> work.accept(engine, bound))));
    }
}
