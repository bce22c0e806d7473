package io.jenkins.plugins.hades.ssh;

/** The right to use a connection, for one command or stream; closing it gives it back. */
interface ConnectionUse extends AutoCloseable {
    /** The connection. */
    Connection connection();

    /**
     * Gives the use back because the server would not open one more session on this connection, and remembers that.
     *
     * @return whether other sessions were open on it, so that another connection may do
     */
    boolean refused();

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
            public boolean refused() {
                close();
                return false;
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
