package io.jenkins.plugins.hades.controller;

/** The users of the tests, and what each may do: by roles for the whole controller and for items, as Role-based Authorization Strategy gives them. */
final class Access {
    private Access() {}

    /** Its text for configuration as code. */
    static String yaml() {
        StringBuilder users = new StringBuilder();
        for (User user : User.values()) {
            if (user != User.ANONYMOUS) {
                users.append("        - {id: %s, password: %s}\n".formatted(user.id(), user.password()));
            }
        }
        return """
                jenkins:
                  securityRealm:
                    local:
                      allowsSignup: false
                      users:
                %s  authorizationStrategy:
                    roleBased:
                      roles:
                        global:
                          - name: administrators
                            permissions: [Overall/Administer]
                            entries: [{user: admin}]
                          - name: everybody
                            permissions: [Overall/Read]
                            entries: [{group: authenticated}]
                        items:
                          - name: developers
                            pattern: (team|crew|desk)($|/.*)
                            permissions: [Job/Read, Job/Configure, Job/Build, Job/Workspace, Hades/View, Hades/Deploy, Hades/Configure]
                            entries: [{user: developer}]
                          - name: readers
                            pattern: (team|crew|desk)($|/.*)
                            permissions: [Job/Read, Hades/View]
                            entries: [{user: reader}]
                """.formatted(users);
    }
}
