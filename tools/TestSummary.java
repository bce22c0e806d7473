import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Sums up the reports of surefire and failsafe below a folder: what ran, what failed, what was left out and why. Exit code 1 when a test failed or none ran. */
public final class TestSummary {

    private final Map<String, int[]> ran = new TreeMap<>();
    private final Map<String, List<String>> leftOut = new TreeMap<>();
    private final List<String> failed = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toRealPath();
        TestSummary summary = new TestSummary();
        for (Path report : reports(root)) {
            summary.read(root, report);
        }
        System.exit(summary.print() ? 0 : 1);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 5)) {
            return files.filter(path -> path.toString()
                            .matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path root, Path report) throws Exception {
        String kind = report.getParent().getFileName().toString().startsWith("surefire") ? "unit" : "integration";
        String group = root.relativize(report).getName(0) + ", " + kind;
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        NodeList cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            count(group, (Element) cases.item(i));
        }
    }

    private void count(String group, Element test) {
        String name = test.getAttribute("classname").replaceFirst(".*\\.", "") + " " + test.getAttribute("name");
        int[] counts = ran.computeIfAbsent(group, key -> new int[3]);
        NodeList skipped = test.getElementsByTagName("skipped");
        if (skipped.getLength() > 0) {
            counts[2]++;
            String reason = ((Element) skipped.item(0)).getAttribute("message");
            leftOut.computeIfAbsent(reason, key -> new ArrayList<>()).add(name.strip());
        } else if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
            counts[1]++;
            failed.add(group + ": " + name);
        } else {
            counts[0]++;
        }
    }

    private boolean print() {
        int[] all = new int[3];
        System.out.println();
        System.out.printf("%-45s %7s %7s %9s%n", "TESTS", "passed", "failed", "left out");
        ran.forEach((group, counts) -> {
            System.out.printf("%-45s %7d %7d %9d%n", group, counts[0], counts[1], counts[2]);
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[i];
            }
        });
        System.out.printf("%-45s %7d %7d %9d%n", "all", all[0], all[1], all[2]);
        leftOut.forEach((reason, names) -> {
            System.out.println("\nLEFT OUT (" + names.size() + "): " + (reason.isEmpty() ? "no reason given" : reason));
            names.forEach(name -> System.out.println("  " + name));
        });
        if (!failed.isEmpty()) {
            System.out.println("\nFAILED");
            failed.forEach(name -> System.out.println("  " + name));
        }
        return failed.isEmpty() && all[0] > 0;
    }
}
