/** Real Git repositories, reached by path, by SSH with deploy keys, and by HTTP and HTTPS with and without a token. */
package io.jenkins.plugins.hades.testbed.git;
