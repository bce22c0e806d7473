package io.jenkins.plugins.hades.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Passes connections on to a server, and can stop passing on, or cut, after so many bytes: a network that is slow or fails. */
final class Relay implements AutoCloseable {
    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final long limit;
    private final boolean cuts;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private long passed;

    private Relay(String address, InetSocketAddress target, long limit, boolean cuts) {
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = target;
        this.limit = limit;
        this.cuts = cuts;
        daemon(this::accept);
    }

    /** Passes on so many bytes of answers, and then waits for {@link #release()}. */
    static Relay waiting(String address, InetSocketAddress target, long limit) {
        return new Relay(address, target, limit, false);
    }

    /** Passes on so many bytes of answers, and then cuts every connection, each time anew. */
    static Relay cutting(String address, InetSocketAddress target, long limit) {
        return new Relay(address, target, limit, true);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Waits until as many bytes were passed on as it passes on. */
    void awaitLimit() throws InterruptedException {
        reached.await();
    }

    /** Lets everything pass from now on. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(target.getAddress(), target.getPort());
                sockets.addAll(List.of(client, server));
                daemon(() -> pass(client, server, false));
                daemon(() -> pass(server, client, true));
            } catch (IOException e) {
                return; // Closed, or the server is gone: there is nothing to pass on to.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && isOver(read)) {
                    reached.countDown();
                    if (cuts) {
                        return;
                    }
                    released.await();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // The other side closed its connection: so does this one.
        }
    }

    private synchronized boolean isOver(int more) {
        passed += more;
        return passed > limit;
    }

    private void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
