package io.jenkins.plugins.hades.ssh;

import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/** Answers a server that asks for the password in a dialogue (keyboard-interactive): once, and only one hidden question. */
final class PasswordPrompt implements UserInteraction {
    private final String password;
    private boolean answered;

    PasswordPrompt(String password) {
        this.password = password;
    }

    @Override
    public synchronized String[] interactive(
            ClientSession session, String name, String instruction, String lang, String[] prompt, boolean[] echo) {
        if (prompt.length != 1 || echo[0] || answered) {
            return null;
        }
        answered = true;
        return new String[] {password};
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
        return null;
    }
}
