package io.jenkins.plugins.hades.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes that a class can see: those of jars and folders, in their order, then those of the JDK that runs the check. Keeps the
 * files open until it is closed; not for several threads.
 */
public final class ClassPath implements AutoCloseable {
    private static final int DECLARATIONS = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private final List<Path> entries;
    private final List<ZipFile> jars = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final Map<String, Optional<ClassNode>> declarations = new HashMap<>();

    /** Opens jars and folders of class files. */
    public ClassPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
        try {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    folders.add(entry);
                } else {
                    jars.add(new ZipFile(entry.toFile()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the class path " + entries, e);
        }
    }

    /** The jars and folders, in their order. */
    public List<Path> entries() {
        return entries;
    }

    /** The declarations of a class, without code; the name is the internal one, as {@code hudson/model/Item}. */
    public Optional<ClassNode> find(String name) {
        return declarations.computeIfAbsent(name, this::read);
    }

    private Optional<ClassNode> read(String name) {
        String file = name + ".class";
        try {
            for (ZipFile jar : jars) {
                ZipEntry entry = jar.getEntry(file);
                if (entry != null) {
                    return Optional.of(parse(jar.getInputStream(entry), DECLARATIONS));
                }
            }
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(file))) {
                    return Optional.of(parse(Files.newInputStream(folder.resolve(file)), DECLARATIONS));
                }
            }
            InputStream jdk = ClassLoader.getPlatformClassLoader().getResourceAsStream(file);
            return jdk == null ? Optional.empty() : Optional.of(parse(jdk, DECLARATIONS));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class " + name, e);
        }
    }

    /** All classes of one jar or folder, with their code, sorted by name. */
    public static List<ClassNode> classesOf(Path jarOrFolder) {
        try {
            if (Files.isDirectory(jarOrFolder)) {
                try (Stream<Path> files = Files.walk(jarOrFolder)) {
                    return files.filter(file -> isClass(file.toString()))
                            .sorted()
                            .map(ClassPath::parseFile)
                            .toList();
                }
            }
            List<ClassNode> classes = new ArrayList<>();
            try (ZipFile jar = new ZipFile(jarOrFolder.toFile())) {
                for (ZipEntry entry :
                        jar.stream().filter(e -> isClass(e.getName())).toList()) {
                    classes.add(parse(jar.getInputStream(entry), ClassReader.SKIP_FRAMES));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the classes of " + jarOrFolder, e);
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(".class") && !file.endsWith("module-info.class") && !file.startsWith("META-INF/");
    }

    private static ClassNode parseFile(Path file) {
        try {
            return parse(Files.newInputStream(file), ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static ClassNode parse(InputStream in, int options) throws IOException {
        try (in) {
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, options);
            return node;
        }
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : jars) {
            jar.close();
        }
    }
}
