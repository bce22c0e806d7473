/**
 * Sources on build servers: Git repositories, fetched by the server's own Git into a mirror for each project. What
 * comes from a repository is data: nothing of it is ever executed, followed out of its folder, or taken for an option.
 */
package io.jenkins.plugins.hades.source;
