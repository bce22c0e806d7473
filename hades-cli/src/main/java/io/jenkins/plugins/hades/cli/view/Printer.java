package io.jenkins.plugins.hades.cli.view;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints tables for people: columns as wide as their widest cell. */
public final class Printer {
    private static final String GAP = "  ";

    private final PrintWriter out;

    /** @param out where to */
    public Printer(PrintWriter out) {
        this.out = out;
    }

    /** Prints rows under a heading; each as long as the heading. Of a cell of several lines the first is shown. */
    public void table(List<String> heading, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(heading);
        rows.forEach(row -> all.add(row.stream().map(Visible::cell).toList()));
        int[] widths = new int[heading.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    /** Prints a line, or a text of several lines. */
    public void line(String text) {
        out.println(Visible.text(text));
        out.flush();
    }
}
