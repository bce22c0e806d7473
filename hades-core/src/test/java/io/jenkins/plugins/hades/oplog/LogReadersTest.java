package io.jenkins.plugins.hades.oplog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.oplog.OperationLogs.Part;
import io.jenkins.plugins.hades.oplog.OperationLogs.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReadersTest {
    private static final int LINES = 5000;

    @TempDir
    private Path folder;

    @Test
    void readersSeeEveryLineOnceAndWholeWhileItIsWritten() throws Exception {
        OperationLogs logs = new FileOperationLogs(folder, operation -> false);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> read = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                Random random = new Random(reader);
                read.add(readers.submit(() -> followed(logs, random)));
            }
            List<String> written = new ArrayList<>();
            try (Writer writer = logs.writer(1)) {
                Random random = new Random(99);
                for (int line = 0; line < LINES; line++) {
                    written.add("line " + line + " \u20ac".repeat(random.nextInt(50)));
                    writer.line(written.get(line));
                }
            }
            for (Future<List<String>> lines : read) {
                assertThat(lines.get()).isEqualTo(written);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<String> followed(OperationLogs logs, Random random) throws Exception {
        List<String> lines = new ArrayList<>();
        long offset = 0;
        boolean more = true;
        while (more) {
            Part part = logs.read(1, offset, 500 + random.nextInt(5000));
            part.text().lines().forEach(line -> lines.add(line.substring(25)));
            offset = part.next();
            more = part.more();
        }
        return lines;
    }
}
