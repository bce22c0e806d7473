package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.function.Consumer;

/**
 * One server, reached through pooled SSH connections. Thread-safe. Every method blocks; every method throws {@link HadesException} of
 * kind {@code UNREACHABLE} when there is no connection or it is lost, {@code UNTRUSTED} when the host key or the login is refused.
 * Every command runs in a process group of its own, marked with the context's token, and is ended on the server when the context stops:
 * the waiting method then throws what the context's checkpoint throws. When the connection is lost, the command may run on: whoever gives the
 * work up calls {@link #endAll}.
 */
public interface RemoteHost {
    /** The server as it is registered. */
    ServerSpec spec();

    /**
     * Runs a command to its end, and gives its bounded output. A non-zero exit code is no exception. A child that it leaves in the background
     * does not hold its end up, even if it keeps the output open.
     *
     * @throws HadesException of kind {@code FAILED} if the server's login shell does not start the command
     * @throws InterruptedException after the command has been ended on the server
     */
    CommandResult run(RemoteCommand command, OperationContext context) throws InterruptedException;

    /** As {@link #run}, feeding the command this input to its end; the stream is closed. */
    CommandResult run(RemoteCommand command, InputStream input, OperationContext context) throws InterruptedException;

    /**
     * Runs a command to its end, giving each line of its output and errors as it comes, on one thread; a line of more than 64 kB comes in
     * pieces, bytes that are no UTF-8 as replacement characters.
     *
     * @return the exit code
     */
    int stream(RemoteCommand command, Consumer<String> lines, OperationContext context) throws InterruptedException;

    /**
     * Starts a command whose streams the caller reads and writes, to be closed by the caller. It is returned before the command has begun:
     * that it cannot be is told by its end.
     */
    RemoteProcess start(RemoteCommand command, OperationContext context) throws InterruptedException;

    /**
     * Opens a stream to a Unix socket on the server through the connection ({@code direct-streamlocal@openssh.com}), which does not count in
     * the budget of sessions.
     *
     * @throws IOException when the server refuses: forwarding is switched off there, the socket is missing or not ours
     */
    SocketStream openUnixSocket(String path) throws IOException, InterruptedException;

    /**
     * Opens a stream to a TCP port, as the server reaches it, through the connection ({@code direct-tcpip}), which does not count in the
     * budget of sessions.
     *
     * @param address a name or an address, resolved by the server
     * @throws ConnectException when nothing accepts the connection there
     * @throws IOException when the server refuses: forwarding is switched off there
     */
    SocketStream openTcp(String address, int port) throws IOException, InterruptedException;

    /** Opens an interactive terminal on the server. */
    RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) throws InterruptedException;

    /**
     * Ends every process on the server that is marked with this token, over a connection of its own: first with TERM, with KILL after
     * two seconds. Found are processes that have the mark in their environment, and members of a process group whose leader has; others are
     * never touched. Also works after a restart of this process.
     *
     * @return how many processes were found
     * @throws HadesException of kind {@code FAILED} if some are still there after ten seconds more
     */
    int endAll(String token) throws InterruptedException;
}
