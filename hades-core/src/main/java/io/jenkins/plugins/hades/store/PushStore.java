package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.model.PushRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pushes that Hades was told of, and which pushes deploy which environments. */
public interface PushStore {
    /** How many days a delivery is remembered. */
    int KEPT_DAYS = 90;

    /** How a delivery stands. */
    enum State {
        /** It waits to be looked at. */
        WAITING,
        /** It was looked at. */
        DONE,
        /** What it asked for could not be found out; it may be sent again. */
        FAILED
    }

    /**
     * Records a delivery. Of two at the same time with one id, one is taken.
     *
     * @return whether it is to be looked at: not, where this delivery was taken before and did not fail
     */
    boolean receive(Push push);

    /** The deliveries that wait, oldest first. */
    List<Push> waiting();

    /** Says how a delivery stands now. */
    void settle(String delivery, State state);

    /** Keeps which pushes deploy an environment, as its config says now. */
    void learn(UUID environmentId, PushRule rule);

    /** Which pushes deploy these environments, as far as it is known. */
    Map<UUID, PushRule> rules(Collection<UUID> environments);
}
