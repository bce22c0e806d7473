package io.jenkins.plugins.hades.steps;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import java.io.IOException;
import java.util.Optional;

/** Looks at an operation every now and then, on one of the steps' few threads, until it has ended. While the engine is not open, it waits for it. */
final class Follower {
    private static final int PART = 1 << 16;
    private static final long LIVELY = 250;
    private static final long QUIET = 1000;
    private static final long CLOSED = 2000;

    private final FollowedOperation followed;
    private boolean toldToWait;

    Follower(FollowedOperation followed) {
        this.followed = followed;
    }

    /** Begins to look. Returns at once. */
    void start() {
        StepThreads.execute(this::look);
    }

    private void look() {
        if (followed.gone()) {
            return;
        }
        try {
            Optional<Engine> engine = HadesService.get().ifOpen();
            long pause = engine.isPresent() ? look(engine.get()) : waitForEngine();
            if (pause > 0) {
                StepThreads.later(pause, this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            followed.failed(e);
        } catch (IOException | RuntimeException e) {
            followed.failed(e);
        }
    }

    /** Gives the time until the next look in milliseconds; 0 when the operation has ended. */
    private long look(Engine engine) throws IOException, InterruptedException {
        OperationLogs.Part part = engine.logs().read(followed.operation(), followed.seen(), PART);
        followed.lines(part.text(), part.next());
        Operation operation = engine.operation(followed.operation());
        followed.looked(operation);
        if (operation.status().ended() && !part.more()) {
            followed.ended(operation);
            return 0;
        }
        return part.text().isEmpty() ? QUIET : LIVELY;
    }

    private long waitForEngine() throws IOException, InterruptedException {
        Optional<String> failure = HadesService.get().failure().map(HadesException::getMessage);
        if (failure.isPresent() && !toldToWait) {
            toldToWait = true;
            followed.waiting(failure.get());
        }
        return CLOSED;
    }
}
