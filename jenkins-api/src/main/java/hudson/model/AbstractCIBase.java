package hudson.model;

import hudson.security.AccessControlled;
import java.util.List;

/** Base of Jenkins. */
public abstract class AbstractCIBase extends Node implements ItemGroup<TopLevelItem>, AccessControlled {
    public abstract List<Node> getNodes();
}
