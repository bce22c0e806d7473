package hudson;

/** Marker of the types that plugins may extend. */
public interface ExtensionPoint {}
