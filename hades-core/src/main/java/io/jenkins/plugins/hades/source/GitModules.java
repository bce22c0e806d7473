package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The submodules of a commit: its tree says where and at which commit, {@code .gitmodules} from where.
 *
 * @param links the submodules that the tree has
 */
record GitModules(List<Link> links) {
    private static final String PREFIX = "submodule.";

    /**
     * A submodule.
     *
     * @param path where it goes, relative to the folder that was checked out
     * @param commit the commit that it is set to
     * @param url its address as {@code .gitmodules} has it
     */
    record Link(String path, String commit, String url) {}

    /**
     * Reads what the checkout script wrote.
     *
     * @param lines its lines
     * @param folder the folder in the commit that was checked out; empty for its root
     * @throws HadesException of kind {@code BAD_INPUT} when a submodule has no address
     */
    static GitModules of(List<String> lines, String folder) {
        Map<String, String> paths = new HashMap<>();
        Map<String, String> urls = new HashMap<>();
        lines.stream().filter(line -> line.startsWith("config ")).forEach(line -> {
            int tab = line.indexOf('\t');
            String key = tab < 0 ? "" : line.substring("config ".length(), tab);
            if (key.startsWith(PREFIX) && key.endsWith(".path")) {
                paths.put(line.substring(tab + 1), key.substring(PREFIX.length(), key.length() - ".path".length()));
            } else if (key.startsWith(PREFIX) && key.endsWith(".url")) {
                urls.put(key.substring(PREFIX.length(), key.length() - ".url".length()), line.substring(tab + 1));
            }
        });
        List<Link> links = new ArrayList<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (line.startsWith("link ") && tab > 0) {
                String path = QuotedPath.read(line.substring(tab + 1));
                String whole = folder.isEmpty() ? path : folder + "/" + path;
                String url = paths.containsKey(whole) ? urls.getOrDefault(paths.get(whole), "") : "";
                if (url.isEmpty()) {
                    throw new HadesException(
                            ErrorKind.BAD_INPUT,
                            "Checking out the submodule " + GitUrl.shown(whole),
                            ".gitmodules has no address for it",
                            "Add it there, or remove the submodule, or set source.submodules to false");
                }
                links.add(new Link(path, line.substring("link ".length(), tab), url));
            }
        }
        return new GitModules(List.copyOf(links));
    }
}
