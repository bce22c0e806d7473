package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.ModelObject;

/** Where a part of Jenkins' configuration is shown. */
public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {
    public abstract String getShortDescription();

    public static <T extends GlobalConfigurationCategory> T get(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }
    /** The page "System". */
    public static class Unclassified extends GlobalConfigurationCategory {
        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException("compile-only");
        }

        @Override
        public String getDisplayName() {
            throw new UnsupportedOperationException("compile-only");
        }
    }
    /** The page "Security". */
    public static class Security extends GlobalConfigurationCategory {
        @Override
        public String getShortDescription() {
            throw new UnsupportedOperationException("compile-only");
        }

        @Override
        public String getDisplayName() {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
