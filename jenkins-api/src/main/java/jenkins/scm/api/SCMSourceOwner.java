package jenkins.scm.api;

import hudson.model.Item;
import java.util.List;

/** An item whose branches come from sources. */
public interface SCMSourceOwner extends Item {
    List<SCMSource> getSCMSources();
}
