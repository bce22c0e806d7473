package io.jenkins.plugins.hades.annotationindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes, for every annotation type that is marked {@code @Indexed} (Jenkins' {@code @Initializer}, {@code @Terminator} and
 * {@code @Symbol} are), the list of the classes in which it is used: one binary class name a line, sorted, in
 * {@code META-INF/services/annotations/<annotation type>}. Jenkins reads only these lists, so what is missing from them never
 * runs. Each compilation writes its lists anew.
 */
@SupportedAnnotationTypes("*")
public final class IndexProcessor extends AbstractProcessor {
    private static final String INDEXED = "org.jvnet.hudson.annotation_indexer.Indexed";
    private static final String FOLDER = "META-INF/services/annotations/";

    private final Map<String, SortedSet<String>> classesByAnnotation = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Collects in each round, writes in the last; claims no annotation, so that other processors see them all. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream().filter(IndexProcessor::isIndexed).forEach(annotation -> collect(annotation, round));
        if (round.processingOver() && !round.errorRaised()) {
            classesByAnnotation.forEach(this::write);
        }
        return false;
    }

    private static boolean isIndexed(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(INDEXED));
    }

    private void collect(TypeElement annotation, RoundEnvironment round) {
        SortedSet<String> classes = classesByAnnotation.computeIfAbsent(
                annotation.getQualifiedName().toString(), name -> new TreeSet<>());
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            classes.add(processingEnv
                    .getElementUtils()
                    .getBinaryName(enclosingType(element))
                    .toString());
        }
    }

    private static TypeElement enclosingType(Element element) {
        Element type = element;
        while (!(type instanceof TypeElement)) {
            type = type.getEnclosingElement();
        }
        return (TypeElement) type;
    }

    private void write(String annotation, SortedSet<String> classes) {
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + annotation)
                .openWriter()) {
            for (String name : classes) {
                out.write(name + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the index of " + annotation, e);
        }
    }
}
