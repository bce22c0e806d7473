package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Item;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;

/** Who may ask the checks of a form: whoever may configure the item, or an administrator where there is none. */
final class FormAccess {
    private FormAccess() {}

    /** @param item the item that the form belongs to, or {@code null} */
    static void check(Item item) {
        if (item == null) {
            RunningJenkins.requireAdministrator();
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }
}
