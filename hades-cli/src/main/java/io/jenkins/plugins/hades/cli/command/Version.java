package io.jenkins.plugins.hades.cli.command;

import picocli.CommandLine.IVersionProvider;

/** Tells the version of Hades and of the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "hades " + (version == null ? "(from a folder of classes)" : version), "Java " + Runtime.version()
        };
    }
}
