package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Links in what is released may lead only to other parts of it: a web server that follows one must not show the rest of the server. */
final class InnerLinks {
    private InnerLinks() {}

    /**
     * Returns normally if the link stays inside, whatever lies on its way.
     *
     * @param link the path of the link, from the released folder: {@code ./a/b}
     * @param target what it points to, as it stands in the link
     * @throws HadesException of kind {@code BAD_INPUT} otherwise
     */
    static void require(String doing, String link, String target) {
        if (target.startsWith("/") || leavesFolder(link, target)) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "link " + link + " leads out of the folder that is released, to " + target,
                    "Remove the link, or make it lead to something inside the folder");
        }
    }

    private static boolean leavesFolder(String link, String target) {
        Deque<String> path = new ArrayDeque<>();
        String folder = link.substring(0, Math.max(0, link.lastIndexOf('/')));
        for (String part : (folder + "/" + target).split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                path.addLast(part);
            } else if (path.pollLast() == null) {
                return true;
            }
        }
        return false;
    }
}
