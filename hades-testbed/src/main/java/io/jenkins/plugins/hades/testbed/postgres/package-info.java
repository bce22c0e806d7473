/** Real PostgreSQL servers. */
package io.jenkins.plugins.hades.testbed.postgres;
