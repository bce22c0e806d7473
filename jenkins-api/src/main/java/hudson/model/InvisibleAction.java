package hudson.model;

/** An action without a link. */
public abstract class InvisibleAction implements Action {
    @Override
    public final String getIconFileName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public final String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getUrlName() {
        throw new UnsupportedOperationException("compile-only");
    }
}
