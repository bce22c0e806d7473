package io.jenkins.plugins.hades.ssh.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InboundBufferTest {
    private final AtomicLong released = new AtomicLong();

    private InboundBuffer all() {
        return InboundBuffer.all(released::addAndGet);
    }

    private static void append(InboundBuffer buffer, String text) throws IOException {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        buffer.append(bytes, 1, bytes.length - 2);
    }

    private static String read(InboundBuffer buffer, int count) throws IOException {
        return new String(buffer.readNBytes(count), StandardCharsets.UTF_8);
    }

    @Test
    void opensTheWindowOnlyForWhatHasBeenRead() throws Exception {
        InboundBuffer buffer = all();
        append(buffer, "hello");
        append(buffer, " world");
        assertThat(released).hasValue(0);

        assertThat(read(buffer, 7)).isEqualTo("hello w");

        assertThat(released).hasValue(7);
        assertThat(buffer.available()).isEqualTo(4);
    }

    @Test
    void endsAfterAllHasBeenRead() throws Exception {
        InboundBuffer buffer = all();
        append(buffer, "x");
        buffer.finish();
        buffer.fail(new IOException("too late"));

        assertThat(buffer.read()).isEqualTo('x');
        assertThat(buffer.read()).isEqualTo(-1);
    }

    @Test
    void aFailureIsToldAfterAllHasBeenRead() throws Exception {
        InboundBuffer buffer = all();
        append(buffer, "x");
        buffer.fail(new IOException("lost"));

        assertThat(buffer.read()).isEqualTo('x');
        assertThatThrownBy(buffer::read).isInstanceOf(IOException.class).hasMessage("lost");
    }

    @Test
    void aReaderWaitsForBytes() throws Exception {
        InboundBuffer buffer = all();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return buffer.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        append(buffer, "y");

        assertThat(reader.get()).isEqualTo('y');
    }

    @Test
    void whatIsClosedHoldsNobodyBack() throws Exception {
        InboundBuffer buffer = all();
        append(buffer, "abcdef");
        assertThat(read(buffer, 2)).isEqualTo("ab");
        buffer.close();
        append(buffer, "ghi");

        assertThat(released).hasValue(9);
        assertThatThrownBy(buffer::read).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheEndUntilItIsOpenedAndAllFromThenOn() throws Exception {
        InboundBuffer buffer = InboundBuffer.endOnly(released::addAndGet, 4);
        append(buffer, "aa");
        append(buffer, "bb");
        append(buffer, "cc");
        append(buffer, "dd");
        assertThat(released).hasValue(8);

        buffer.open();
        append(buffer, "eeeeee");
        buffer.finish();

        assertThat(new String(buffer.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("ccddeeeeee");
        assertThat(released).hasValue(14);
    }
}
