package io.jenkins.plugins.hades.ship;

/** What an engine that loads an archive reads it by. */
enum ArchiveForm {
    /** By {@code manifest.json}, as {@code docker save} has always written it; the image's id becomes the digest of its configuration. */
    DOCKER,
    /** By {@code index.json} of the OCI image layout; the image's id becomes the digest of its manifest. */
    OCI
}
