package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A running Docker engine, whoever started it. */
public interface DockerEngine {

    /** The distribution's client; another one that comes earlier in PATH may lack plugins that it insists on. */
    String CLI = "/usr/bin/docker";

    /**
     * The engine's socket for this JVM.
     *
     * @return a path to connect to
     */
    Path socket();

    /**
     * The engine's socket as processes on its host see it.
     *
     * @return an absolute path there
     */
    String socketOnHost();

    /**
     * A command of Docker's client, run on the engine's host.
     *
     * @param arguments what follows {@code docker}
     * @return the command, not yet started
     */
    Command docker(String... arguments);

    /**
     * The value of {@code DOCKER_HOST} for processes of this JVM's machine.
     *
     * @return {@code unix://} and {@link #socket()}
     */
    default String dockerHost() {
        return "unix://" + socket();
    }

    /**
     * The ids of all containers that carry a label.
     *
     * @param label {@code name} or {@code name=value}
     * @return full ids, running or not
     */
    default List<String> containersWith(String label) {
        return docker("ps", "--all", "--quiet", "--no-trunc", "--filter", "label=" + label)
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }

    /**
     * Whether the engine answers on its socket now.
     *
     * @return true when {@code /_ping} answers with 200
     */
    default boolean answers() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            String status = new String(Channels.newInputStream(channel).readNBytes(12), StandardCharsets.US_ASCII);
            return status.endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }
}
