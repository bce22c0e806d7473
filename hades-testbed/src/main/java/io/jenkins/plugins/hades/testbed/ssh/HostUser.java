package io.jenkins.plugins.hades.testbed.ssh;

import io.jenkins.plugins.hades.testbed.host.Place;
import io.jenkins.plugins.hades.testbed.process.TestbedException;

/**
 * A user of a private host, who exists nowhere else and vanishes with the host.
 *
 * @param name the login name
 * @param password what the user logs in with
 */
public record HostUser(String name, String password) {

    /**
     * Adds a user with a home folder and a shell.
     *
     * @param place a private host
     * @param name the login name
     * @param password the password
     * @return the user
     * @throws TestbedException when the place is the machine itself, whose users are left alone
     */
    public static HostUser add(Place place, String name, String password) {
        if (!place.isPrivate()) {
            throw new TestbedException(
                    "Cannot add the user " + name + " to " + place.name() + ": users are added to private hosts only");
        }
        place.command("useradd", "--create-home", "--shell", "/bin/bash", name)
                .run()
                .orFail();
        place.command("chpasswd", "--crypt-method", "SHA512")
                .withInput(name + ":" + password + "\n")
                .run()
                .orFail();
        return new HostUser(name, password);
    }

    /**
     * Puts the user into a group, for instance {@code docker}.
     *
     * @param place the host that the user was added to
     * @param group an existing group
     */
    public void join(Place place, String group) {
        place.command("usermod", "--append", "--groups", group, name).run().orFail();
    }
}
