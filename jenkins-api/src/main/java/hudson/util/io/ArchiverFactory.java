package hudson.util.io;

import java.io.Serializable;

/** Makes archives of a kind. */
public abstract class ArchiverFactory implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("MutablePublicStaticField")
    public static ArchiverFactory TARGZ;
}
