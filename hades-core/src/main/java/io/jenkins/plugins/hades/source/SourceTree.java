package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.model.Revision;

/**
 * A source that lies on a build server, checked out for one operation.
 *
 * @param revision which source exactly
 * @param path the absolute path of the project's folder there (a subdirectory already applied)
 * @param tree identifies the folder's content: equal trees have equal content
 */
public record SourceTree(Revision revision, String path, String tree) {}
