package com.cloudbees.hudson.plugins.folder;

import hudson.model.AbstractItem;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import hudson.util.DescribableList;
import java.io.IOException;
import java.util.Collection;
import org.springframework.security.access.AccessDeniedException;

/** A folder, or what is built like one: a multibranch project, an organisation. */
public abstract class AbstractFolder<I extends TopLevelItem> extends AbstractItem
        implements TopLevelItem, ItemGroup<I> {
    @SuppressWarnings("rawtypes")
    protected AbstractFolder(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public AbstractFolderDescriptor getDescriptor() {
        throw new UnsupportedOperationException("compile-only");
    }

    public DescribableList<AbstractFolderProperty<?>, AbstractFolderPropertyDescriptor> getProperties() {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public void addProperty(AbstractFolderProperty p) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public Collection<I> getItems() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public I getItem(String name) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    @Override
    public Collection<? extends Job> getAllJobs() {
        throw new UnsupportedOperationException("compile-only");
    }
}
