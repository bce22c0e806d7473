package io.jenkins.plugins.hades.cli;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What the launcher runs once, while the Java machine records the classes that it meets for later starts (class data sharing): it loads the classes that
 * a deployment needs, as far as a command that reaches no server would not, and then runs that command.
 */
public final class Rehearsal {
    /** How the names of the archives begin that a deployment takes most of its classes from; all the others would make the record larger for little. */
    private static final List<String> WANTED =
            List.of("hades-core", "hades-cli", "docker-java", "sshd", "httpcore5", "jackson");

    private static final String CLASS = ".class";

    private Rehearsal() {}

    /** @param arguments the command to run, as {@link Main} takes it; this process ends with it */
    public static void main(String[] arguments) throws IOException {
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            File file = new File(path);
            if (WANTED.stream().anyMatch(file.getName()::startsWith)) {
                load(file);
            }
        }
        Main.main(arguments);
    }

    private static void load(File file) throws IOException {
        try (JarFile archive = new JarFile(file)) {
            archive.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
                    .forEach(name -> load(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.')));
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            System.err.println("Not recorded for later starts: " + e); // it extends what this command does not carry
        }
    }
}
