package io.jenkins.plugins.hades.ssh;

/** The right to use a connection, for one command or stream; closing it gives it back. */
interface ConnectionUse extends AutoCloseable {
    /** The connection. */
    Connection connection();

    /** The server has opened the session that this use is for; the connection carries so many now. */
    void opened(int sessions);

    /** The server would not open the session that this use is for, while the connection carried so many others. */
    void refused(int others);

    @Override
    void close();

    /** The only use of a connection, which ends with it. */
    static ConnectionUse only(Connection connection) {
        return new ConnectionUse() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void opened(int sessions) {
                // Nobody else counts on this connection.
            }

            @Override
            public void refused(int others) {
                // As above.
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    /** Gives uses of connections. */
    @FunctionalInterface
    interface Source {
        /** Waits for one. */
        ConnectionUse get() throws InterruptedException;
    }
}
