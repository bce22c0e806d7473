package hudson;

import java.util.TreeMap;

/** Environment variables. */
public class EnvVars extends TreeMap<String, String> {}
