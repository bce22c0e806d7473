package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Reads what a container wrote last. */
final class LastLines {
    private static final int LINES = 20;
    private static final int LONGEST = 500;
    private static final int SECONDS = 20;

    private LastLines() {}

    /**
     * The last twenty lines of a container's output and errors, without control characters. Where they cannot be read, one line that says why.
     *
     * @param mask makes secrets unreadable
     */
    static List<String> of(Docker docker, Container container, UnaryOperator<String> mask) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            docker.call("Reading the log of " + container.described(), client -> {
                bytes.reset();
                return client.logContainerCmd(container.id())
                        .withStdOut(true)
                        .withStdErr(true)
                        .withTail(LINES)
                        .exec(new ResultCallback.Adapter<Frame>() {
                            @Override
                            public void onNext(Frame frame) {
                                bytes.writeBytes(frame.getPayload());
                            }
                        })
                        .awaitCompletion(SECONDS, TimeUnit.SECONDS);
            });
        } catch (HadesException e) {
            return List.of("(its log could not be read: " + e.reason() + ")");
        }
        return lines(mask.apply(bytes.toString(StandardCharsets.UTF_8)));
    }

    static List<String> lines(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceAll("\\e\\[[0-9;?]*[A-Za-z]", "").replaceAll("[\\p{Cntrl}&&[^\\t]]", ""))
                .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…")
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
