package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.model.AbstractCIBase;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** The controller. */
public class Jenkins extends AbstractCIBase {
    public static final Permission ADMINISTER = null;
    public static final Permission READ = null;
    public static final Permission MANAGE = null;
    public static final Permission SYSTEM_READ = null;

    Jenkins() {}

    public static Jenkins get() throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Jenkins getInstanceOrNull() {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(String id) {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getFullName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getFullDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getUrl() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public List<TopLevelItem> getItems() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public TopLevelItem getItem(String name) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public Item getItem(String pathName, ItemGroup context) {
        throw new UnsupportedOperationException("compile-only");
    }

    public final Item getItem(String pathName, Item context) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public Item getItemByFullName(String fullName) {
        throw new UnsupportedOperationException("compile-only");
    }

    public Node getNode(String name) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public List<Node> getNodes() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int getNumExecutors() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getLabelString() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getNodeName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Computer getComputer(String name) {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getRootUrl() throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isUseSecurity() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Authentication getAuthentication2() {
        throw new UnsupportedOperationException("compile-only");
    }
}
