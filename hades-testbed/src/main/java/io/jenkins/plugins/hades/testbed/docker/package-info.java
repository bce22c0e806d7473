/** Real Docker engines, and images that are made without a registry. */
package io.jenkins.plugins.hades.testbed.docker;
