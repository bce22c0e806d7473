package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import io.jenkins.plugins.hades.testbed.docker.DockerEngine;
import io.jenkins.plugins.hades.testbed.docker.DockerHome;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import io.jenkins.plugins.hades.testbed.docker.NodeImage;
import io.jenkins.plugins.hades.testbed.docker.Registry;
import io.jenkins.plugins.hades.testbed.host.Systemd;
import io.jenkins.plugins.hades.testbed.node.NodeTools;
import io.jenkins.plugins.hades.testbed.node.NpmRegistry;
import io.jenkins.plugins.hades.testbed.postgres.PostgresServer;
import io.jenkins.plugins.hades.testbed.process.Cgroup;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a machine must have for a part of the testbed. */
public enum Need {
    /** Private hosts: root on Linux, control groups, and the programs that make namespaces and interfaces. */
    HOSTS {
        @Override
        Optional<Missing> missing() {
            if (!"root".equals(System.getProperty("user.name"))) {
                return absent("this process is not run by root", "");
            }
            if (!Cgroup.usable()) {
                return absent("/sys/fs/cgroup holds no control groups that can be written", "");
            }
            return programs("iproute2", "ip").or(() -> programs("util-linux", "nsenter", "unshare"));
        }
    },
    /** {@link SshServer}. */
    SSHD {
        @Override
        Optional<Missing> missing() {
            return files("openssh-server", SshServer.PROGRAM).or(() -> programs("openssh-client", "ssh-keygen"));
        }
    },
    /** A Docker engine. */
    DOCKER {
        @Override
        Optional<Missing> missing() {
            return DockerHome.chosen()
                    .problem()
                    .flatMap(reason -> absent(reason, ""))
                    .or(() -> files("docker.io", DockerEngine.CLI))
                    .or(() -> programs("docker.io", "dockerd", "containerd", "runc"))
                    .or(() -> programs("iptables", "iptables"));
        }
    },
    /** A Docker engine that keeps its images in containerd. */
    CONTAINERD_STORE {
        @Override
        Optional<Missing> missing() {
            return DOCKER.missing().or(() -> ImageStore.CONTAINERD.missing().flatMap(reason -> absent(reason, "")));
        }
    },
    /** {@link BusyboxImage}. */
    BUSYBOX {
        @Override
        Optional<Missing> missing() {
            return BusyboxImage.find().isPresent()
                    ? Optional.empty()
                    : absent("no statically linked busybox", "busybox-static");
        }
    },
    /** Git repositories, also served over HTTP. */
    GIT {
        @Override
        Optional<Missing> missing() {
            return programs("git", "git", "git-shell").or(() -> files("git", "/usr/lib/git-core/git-http-backend"));
        }
    },
    /** {@link PostgresServer}. */
    POSTGRES {
        @Override
        Optional<Missing> missing() {
            return PostgresServer.programs().isPresent()
                    ? Optional.empty()
                    : absent("there is no /usr/lib/postgresql/*/bin/initdb", "postgresql");
        }
    },
    /** {@link Registry}. */
    REGISTRY {
        @Override
        Optional<Missing> missing() {
            return files("docker-registry", Registry.PROGRAM);
        }
    },
    /** {@link NodeImage}. */
    NODE {
        @Override
        Optional<Missing> missing() {
            return files("nodejs", NodeImage.PROGRAM);
        }
    },
    /** A browser for tests of pages. */
    CHROMIUM {
        @Override
        Optional<Missing> missing() {
            return files("chromium", "/usr/bin/chromium");
        }
    },
    /** {@link Systemd}. */
    SYSTEMD {
        @Override
        Optional<Missing> missing() {
            return Cgroup.usableBySystemd()
                    ? files("systemd", Systemd.PROGRAM).or(() -> files("dbus", "/usr/bin/dbus-daemon"))
                    : absent("no control groups are mounted that a systemd could use", "");
        }
    },
    /** {@link NodeTools}, and the packages that an image's build installs. */
    NPM {
        @Override
        Optional<Missing> missing() {
            return NpmRegistry.missing().flatMap(reason -> absent(reason, ""));
        }
    };

    /**
     * An unmet need.
     *
     * @param need what is needed
     * @param reason what was looked for and not found
     * @param aptPackage the package of Debian or Ubuntu that brings it, empty when no package does
     */
    public record Missing(Need need, String reason, String aptPackage) {

        /** One line for people. */
        @Override
        public String toString() {
            return need + ": " + reason + (aptPackage.isEmpty() ? "" : " (apt-get install " + aptPackage + ")");
        }
    }

    /** Looks at the machine now. */
    abstract Optional<Missing> missing();

    Optional<Missing> absent(String reason, String aptPackage) {
        return Optional.of(new Missing(this, reason, aptPackage));
    }

    Optional<Missing> programs(String aptPackage, String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(":", -1));
        return Stream.of(names)
                .filter(name -> folders.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .findFirst()
                .flatMap(name -> absent("the program " + name + " is not in PATH", aptPackage));
    }

    Optional<Missing> files(String aptPackage, String... paths) {
        return Stream.of(paths)
                .filter(path -> !Files.isExecutable(Path.of(path)))
                .findFirst()
                .flatMap(path -> absent("there is no " + path, aptPackage));
    }
}
