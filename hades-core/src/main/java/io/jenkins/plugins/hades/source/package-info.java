/**
 * Sources on build servers: Git repositories, fetched by the server's own Git into a mirror for each project, and uploaded archives. What
 * comes from a repository or an archive is data: nothing of it is ever executed, followed out of its folder, or taken for an option.
 */
package io.jenkins.plugins.hades.source;
