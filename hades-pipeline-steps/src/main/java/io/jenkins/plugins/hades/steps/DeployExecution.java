package io.jenkins.plugins.hades.steps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import io.jenkins.plugins.hades.model.Operation;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * A running {@code hadesDeploy}. What survives a restart is the operation's number and how much of its log was seen: the operation itself is the
 * engine's, and goes on or is settled there. A restart between asking and keeping the number is found out by what the operation says of its origin.
 */
final class DeployExecution extends StepExecution implements FollowedOperation {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(DeployExecution.class.getName());
    private static final long NONE = 0;

    private final DeployOrder order;
    private volatile long operation = NONE;
    private volatile long seen;
    private transient volatile boolean finished;
    private transient volatile Throwable stopCause;
    private transient volatile String status;

    DeployExecution(StepContext context, DeployOrder order) {
        super(context);
        this.order = order;
    }

    @Override
    public boolean start() {
        begin(() -> begin(false));
        return false;
    }

    @Override
    public void onResume() {
        StepThreads.execute(this::resume);
    }

    private void resume() {
        if (operation != NONE) {
            new Follower(this).start();
        } else if (HadesService.get().ifOpen().isPresent()) {
            begin(() -> begin(true));
        } else {
            StepThreads.later(1000, this::resume);
        }
    }

    /** What sends files may take long, and must not keep a thread from other steps. */
    private void begin(Runnable beginning) {
        if (order.fromWorkspace()) {
            StepThreads.send(beginning);
        } else {
            StepThreads.execute(beginning);
        }
    }

    private void begin(boolean again) {
        try {
            Run<?, ?> run = getContext().get(Run.class);
            Engine engine = HadesService.get().engine();
            Submission submission = new Submission(engine, run, nodeId(), order, workspace(), () -> stopCause != null);
            Optional<Operation> earlier = again ? submission.earlier() : Optional.empty();
            operation = (earlier.isPresent() ? earlier.get() : submission.submit(this::log)).id();
            ListenableFuture<Void> unused = getContext().saveState(); // if it fails, the origin tells after a restart
            log("Operation " + operation + " of Hades");
            if (stopCause != null) {
                cancel();
            }
            new Follower(this).start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private Optional<FilePath> workspace() throws IOException, InterruptedException {
        return order.fromWorkspace() ? Optional.ofNullable(getContext().get(FilePath.class)) : Optional.empty();
    }

    private String nodeId() throws IOException, InterruptedException {
        return getContext().get(FlowNode.class).getId();
    }

    /** Asks the engine to cancel; the step ends when the operation has. A second stop does not wait for that. */
    @Override
    public void stop(Throwable cause) {
        boolean again = stopCause != null;
        stopCause = cause;
        if (again) {
            finish(() -> getContext().onFailure(cause));
        } else if (operation != NONE) {
            StepThreads.execute(this::cancel);
        }
    }

    private void cancel() {
        try {
            Run<?, ?> run = getContext().get(Run.class);
            HadesService.get().engine().cancel(operation, StepActor.of(run));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Operation " + operation + " could not be cancelled for its build");
        }
    }

    @Override
    public String getStatus() {
        return status == null ? "asking Hades for a deployment" : status;
    }

    @Override
    public long operation() {
        return operation;
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public boolean gone() {
        return finished;
    }

    @Override
    public void lines(String text, long next) throws IOException, InterruptedException {
        if (!text.isEmpty()) {
            getContext().get(TaskListener.class).getLogger().print(text);
            seen = next;
        }
    }

    @Override
    public void looked(Operation found) {
        status = "operation " + found.id() + " of Hades is " + found.status();
    }

    @Override
    public void waiting(String reason) throws IOException, InterruptedException {
        status = "waiting for Hades: " + reason;
        log(status);
    }

    @Override
    public void ended(Operation found) {
        try {
            DeployResult result = DeployResult.of(HadesService.get().engine(), found);
            finish(() -> result.tell(getContext(), Optional.ofNullable(stopCause)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        }
    }

    @Override
    public void failed(Exception cause) {
        boolean told = cause instanceof HadesException;
        Throwable outcome =
                Optional.ofNullable(stopCause).orElseGet(() -> told ? new AbortException(cause.getMessage()) : cause);
        finish(() -> getContext().onFailure(outcome));
    }

    private synchronized void finish(Runnable telling) {
        if (!finished) {
            finished = true;
            telling.run();
        }
    }

    private void log(String line) {
        try {
            getContext().get(TaskListener.class).getLogger().println(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
