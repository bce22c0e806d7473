package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Item;

/** Hears of changes of items. */
public class ItemListener implements ExtensionPoint {
    public ItemListener() {}

    public void onCreated(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onUpdated(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onDeleted(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        throw new UnsupportedOperationException("compile-only");
    }
}
