package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.LineSplitter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads what a container wrote last. The engine copies output and errors each for itself, so that an error may stand before output that was written
 * earlier: the last errors are shown wherever they stand.
 */
final class LastLines {
    private static final int LINES = 20;
    /** How many of these are kept for errors, where so many were written. */
    private static final int ERRORS = 10;
    /** How far back errors are looked for, in lines. */
    private static final int TAIL = 200;

    private static final int LONGEST = 500;
    private static final int SECONDS = 20;

    private LastLines() {}

    /** A line, and whether it was written as an error. */
    record Written(boolean error, String line) {}

    /**
     * The last twenty lines of a container's output and errors, without control characters. Where they cannot be read, one line that says why.
     *
     * @param mask makes secrets unreadable
     */
    static List<String> of(Docker docker, Container container, UnaryOperator<String> mask) throws InterruptedException {
        List<Written> written = new ArrayList<>();
        Map<StreamType, LineSplitter> splitters = new EnumMap<>(StreamType.class);
        try {
            docker.call("Reading the log of " + container.described(), client -> {
                written.clear();
                splitters.clear();
                return client.logContainerCmd(container.id())
                        .withStdOut(true)
                        .withStdErr(true)
                        .withTail(TAIL)
                        .exec(new ResultCallback.Adapter<Frame>() {
                            @Override
                            public void onNext(Frame frame) {
                                splitters
                                        .computeIfAbsent(frame.getStreamType(), type -> splitter(type, written))
                                        .take(frame.getPayload(), frame.getPayload().length);
                            }
                        })
                        .awaitCompletion(SECONDS, TimeUnit.SECONDS);
            });
        } catch (HadesException e) {
            return List.of("(its log could not be read: " + e.reason() + ")");
        }
        splitters.values().forEach(LineSplitter::end);
        String text = chosen(written).stream().map(Written::line).collect(Collectors.joining("\n"));
        return mask.apply(text).lines().map(LastLines::readable).toList(); // a secret may have several lines
    }

    private static LineSplitter splitter(StreamType type, List<Written> written) {
        return new LineSplitter(line -> written.add(new Written(type == StreamType.STDERR, line)));
    }

    /** The last lines: the last errors among them, then whatever came last, in the order in which they came. */
    static List<Written> chosen(List<Written> written) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = written.size() - 1; i >= 0 && places.size() < ERRORS; i--) {
            if (written.get(i).error()) {
                places.add(i);
            }
        }
        for (int i = written.size() - 1; i >= 0 && places.size() < LINES; i--) {
            places.add(i);
        }
        return places.stream().map(written::get).toList();
    }

    /** A line as it can be shown. */
    static String readable(String line) {
        String plain = line.replaceAll("\\e\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
