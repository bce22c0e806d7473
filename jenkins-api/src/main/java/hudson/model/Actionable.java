package hudson.model;

import java.util.List;

/** A model object with actions. */
public abstract class Actionable extends AbstractModelObject {
    public <T extends Action> List<T> getActions(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void addAction(Action a) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void replaceAction(Action a) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean addOrReplaceAction(Action a) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <T extends Action> T getAction(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }
}
