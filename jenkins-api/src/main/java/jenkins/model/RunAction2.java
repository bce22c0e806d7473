package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action of a run that is told its run. */
public interface RunAction2 extends Action {
    void onAttached(Run<?, ?> r);

    void onLoad(Run<?, ?> r);
}
