package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** Makes and changes items of a controller, as its pages do. */
final class Items {
    private Items() {}

    /** The page of an item; the controller's own for the empty name. */
    static String path(String fullName) {
        return fullName.isEmpty() ? "" : "/job/" + fullName.replace("/", "/job/");
    }

    /** Makes an item of this XML. */
    static void create(Controller controller, String fullName, String xml) throws IOException, InterruptedException {
        done(controller
                .admin()
                .post(path(parent(fullName)) + "/createItem?name=" + name(fullName), "application/xml", xml));
    }

    /** Makes a folder. */
    static void folder(Controller controller, String fullName, String properties)
            throws IOException, InterruptedException {
        create(controller, fullName, """
                <?xml version='1.1' encoding='UTF-8'?>
                <com.cloudbees.hudson.plugins.folder.Folder plugin="cloudbees-folder">
                  <properties>%s</properties>
                </com.cloudbees.hudson.plugins.folder.Folder>
                """.formatted(properties));
    }

    /** Makes a copy beside it. */
    static void copy(Controller controller, String fullName, String name) throws IOException, InterruptedException {
        String parent = parent(fullName);
        done(controller
                .admin()
                .post(path(parent) + "/createItem", Map.of("name", name, "mode", "copy", "from", name(fullName))));
    }

    /** Gives it another name. */
    static void rename(Controller controller, String fullName, String name) throws IOException, InterruptedException {
        done(controller.admin().post(path(fullName) + "/confirmRename", Map.of("newName", name)));
    }

    /** Moves it to a folder. */
    static void move(Controller controller, String fullName, String folder) throws IOException, InterruptedException {
        done(controller.admin().post(path(fullName) + "/move/move", Map.of("destination", "/" + folder)));
    }

    /** Deletes it. */
    static void delete(Controller controller, String fullName) throws IOException, InterruptedException {
        done(controller.admin().post(path(fullName) + "/doDelete", Map.of()));
    }

    private static String parent(String fullName) {
        return fullName.contains("/") ? fullName.substring(0, fullName.lastIndexOf('/')) : "";
    }

    private static String name(String fullName) {
        return fullName.substring(fullName.lastIndexOf('/') + 1);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    }
}
