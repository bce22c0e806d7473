package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registers servers on behalf of the API. Where they stand in a file that people write by hand, this refuses and says where. */
public interface ServerRegistry {
    /**
     * Adds a server.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} where servers are registered elsewhere, or the name is taken,
     *     {@code BAD_INPUT} when something of it cannot be
     */
    void add(NewServer server);

    /**
     * Removes a server that nothing uses.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} where servers are registered elsewhere
     */
    void remove(String name);

    /** How servers are registered here. */
    Place place();

    /**
     * Where servers are registered.
     *
     * @param editable whether they can be added and removed by the API
     * @param where the file, or the page, in which everything of them can be changed
     */
    record Place(boolean editable, String where) {}

    /**
     * A server that is to be added. It holds no secret: the login is a credential that is there already.
     *
     * @param name the name by which projects refer to it
     * @param host its name in the network, or its address
     * @param port the port of its sshd; 22 if absent
     * @param credentialsId the id of its login among the controller's credentials
     * @param hostKeys its host keys, each as {@code ssh-ed25519 AAAA…} or {@code SHA256:…}, which the administrator has compared
     * @param jump the server to go through
     * @param roles what it is used for
     * @param projects the projects that may use it
     * @param mounts the folders of it that may be mounted
     */
    record NewServer(
            String name,
            String host,
            Optional<Integer> port,
            String credentialsId,
            List<String> hostKeys,
            Optional<String> jump,
            Set<ServerRole> roles,
            List<String> projects,
            List<String> mounts) {}
}
