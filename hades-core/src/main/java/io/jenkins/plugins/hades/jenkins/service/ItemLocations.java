package io.jenkins.plugins.hades.jenkins.service;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectRecords;
import jenkins.util.Timer;

/** Hears of renamed and moved items, so that a project's label in the records is its item's name again. */
@Extension
public final class ItemLocations extends ItemListener {
    /** Is called for the item itself, and for each item below it. Returns at once. */
    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        HadesService.get().ifOpen().ifPresent(engine -> BoundProject.of(item)
                .ifPresent(bound -> Timer.get().execute(() -> ProjectRecords.refresh(engine, bound))));
    }
}
