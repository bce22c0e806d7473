package io.jenkins.plugins.hades.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real listening socket whose connections are each handled by a given script: what it reads and what it writes, byte by byte. */
final class ScriptedEngine implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Path socket;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private ScriptedEngine(ServerSocketChannel server, Path socket) {
        this.server = server;
        this.socket = socket;
    }

    /** Listens at this path, and gives each connection to the script. */
    static ScriptedEngine at(Path socket, Script script) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        ScriptedEngine engine = new ScriptedEngine(server, socket);
        Thread thread = new Thread(() -> engine.serve(script), "scripted-engine");
        thread.setDaemon(true);
        thread.start();
        return engine;
    }

    /** A script that reads a head and writes one answer. */
    static Script answering(String answer) {
        return (in, out) -> {
            readHead(in);
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        };
    }

    LocalHost host() {
        return LocalHost.withSocket(socket);
    }

    List<Throwable> failures() {
        return failures;
    }

    /** Reads a request up to the empty line. */
    static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended in its head: " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    private void serve(Script script) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                script.handle(Channels.newInputStream(channel), new LocalSocket(channel).output());
            } catch (IOException | RuntimeException | AssertionError e) {
                if (server.isOpen()) {
                    failures.add(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What one connection sees. */
    @FunctionalInterface
    interface Script {
        void handle(InputStream in, OutputStream out) throws IOException;
    }
}
