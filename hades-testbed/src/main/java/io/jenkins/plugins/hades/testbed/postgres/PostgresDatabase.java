package io.jenkins.plugins.hades.testbed.postgres;

/**
 * How to connect to a database.
 *
 * @param url the JDBC URL
 * @param user the user
 * @param password the user's password
 */
public record PostgresDatabase(String url, String user, String password) {}
