package hudson.model;

import java.io.PrintStream;
import java.io.Serializable;

/** Takes a build's log. */
public interface TaskListener extends Serializable {
    PrintStream getLogger();
}
