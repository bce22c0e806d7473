package io.jenkins.plugins.hades.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processes of a server at one moment, as the list script writes them.
 *
 * @param marked the numbers of the processes that carry the mark
 * @param processes all processes that are not dead
 */
record ProcessTable(Set<Integer> marked, List<Entry> processes) {
    private static final Pattern MARK = Pattern.compile("mark (\\d+)");
    private static final Pattern PROCESS = Pattern.compile("(\\d+) (\\d+) ([A-Za-z]) (\\d+)");

    /**
     * A process; number and start time together name it for as long as the server is up.
     *
     * @param id its number
     * @param group its process group: the number of the group's leader
     * @param start when it was started, in ticks since the server's start
     */
    record Entry(int id, int group, String start) {
        /** As the signal script wants it. */
        String key() {
            return id + ":" + start;
        }
    }

    static ProcessTable parse(String text) {
        Set<Integer> marked = new HashSet<>();
        List<Entry> processes = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher mark = MARK.matcher(line);
            Matcher process = PROCESS.matcher(line);
            if (mark.matches()) {
                marked.add(Integer.valueOf(mark.group(1)));
            } else if (process.matches() && !"ZX".contains(process.group(3))) {
                processes.add(new Entry(
                        Integer.parseInt(process.group(1)), Integer.parseInt(process.group(2)), process.group(4)));
            }
        }
        return new ProcessTable(marked, processes);
    }

    /**
     * The processes to end: those that carry the mark, and the members of a group that is known to be the mark's. A group is that if its leader
     * carries the mark, or if it was that before and a member that was seen then has been in it ever since, as a group's number is not
     * given to another while one of its members lives.
     *
     * @param before the processes that were found to be the mark's until now, by key
     * @param groups the groups that were the mark's until now; changed to those that still are, and those that are new
     */
    List<Entry> belonging(Map<String, Entry> before, Set<Integer> groups) {
        Map<Integer, Entry> byId = new HashMap<>();
        processes.forEach(process -> byId.put(process.id(), process));
        Set<Integer> still = new HashSet<>();
        for (Entry process : processes) {
            Entry seen = before.get(process.key());
            if (seen != null && seen.group() == process.group() && groups.contains(process.group())) {
                still.add(process.group());
            }
            if (process.id() == process.group() && marked.contains(process.id())) {
                still.add(process.group());
            }
        }
        groups.clear();
        groups.addAll(still);
        return processes.stream()
                .filter(process -> marked.contains(process.id()) || groups.contains(process.group()))
                .toList();
    }
}
