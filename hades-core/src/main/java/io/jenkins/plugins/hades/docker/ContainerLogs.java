package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.jenkins.plugins.hades.ssh.LineSplitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What containers have written. Output and errors come together, in the order in which the engine kept them. */
public final class ContainerLogs {
    private ContainerLogs() {}

    /**
     * The last lines of a container, running or not.
     *
     * @param container its id or name
     * @param count how many lines at most
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code NOT_FOUND} when there is no such container
     */
    public static List<String> lastLines(DockerEngine engine, String container, int count) throws InterruptedException {
        Deque<String> lines = new ArrayDeque<>();
        read(engine, container, count, false, line -> {
            lines.addLast(line);
            if (lines.size() > count) {
                lines.removeFirst();
            }
        });
        return List.copyOf(lines);
    }

    /**
     * Gives the last lines of a container and each new one as it comes. Blocks until the container ends, the operation stops, or this
     * thread is interrupted.
     *
     * @param container its id or name
     * @param count how many of the lines that are there already are given at most
     * @param lines gets each line, on another thread, one at a time
     */
    public static void follow(DockerEngine engine, String container, int count, Consumer<String> lines)
            throws InterruptedException {
        read(engine, container, count, true, lines);
    }

    private static void read(DockerEngine engine, String container, int count, boolean follow, Consumer<String> lines)
            throws InterruptedException {
        Map<StreamType, LineSplitter> splitters = new EnumMap<>(StreamType.class);
        StreamedAnswer<Frame> answer = new StreamedAnswer<>(frame -> splitters
                .computeIfAbsent(frame.getStreamType(), type -> new LineSplitter(lines))
                .take(frame.getPayload(), frame.getPayload().length));
        engine.call("Reading the log of container " + container, client -> {
            client.logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(count)
                    .withFollowStream(follow)
                    .exec(answer);
            answer.await();
            return splitters;
        });
        splitters.values().forEach(LineSplitter::end);
    }
}
