package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.ItemGroup;

/** Hears of changes of items. */
public class ItemListener implements ExtensionPoint {
    public ItemListener() {}

    public void onCreated(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public void onCheckCopy(Item src, ItemGroup parent) throws Failure {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onCopied(Item src, Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onLoaded() {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onCheckDelete(Item item) throws Failure, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onDeleted(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onRenamed(Item item, String oldName, String newName) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onUpdated(Item item) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onBeforeShutdown() {
        throw new UnsupportedOperationException("compile-only");
    }
}
