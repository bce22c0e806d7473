package io.jenkins.plugins.hades.checks;

import io.jenkins.plugins.hades.checks.References.MemberUse;
import io.jenkins.plugins.hades.checks.References.Naming;
import io.jenkins.plugins.hades.checks.References.Reference;
import io.jenkins.plugins.hades.checks.References.TypeUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the parts of a class name, for the JVM or for the compiler alone: beside {@link References}, type arguments, annotations and their
 * elements, and the methods that lambdas implement.
 */
final class Mentions {
    private final Hierarchy hierarchy;

    Mentions(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** A class without its members: its supertypes and annotations. */
    Stream<Reference> ofHead(ClassNode type) {
        return Stream.of(
                        Stream.concat(Stream.ofNullable(type.superName), type.interfaces.stream())
                                .map(Mentions::type),
                        ofSignature(type.signature),
                        ofAnnotations(type.visibleAnnotations),
                        ofAnnotations(type.invisibleAnnotations))
                .flatMap(each -> each);
    }

    Stream<Reference> of(FieldNode field) {
        return Stream.of(
                        ofTypes(Type.getType(field.desc)),
                        ofSignature(field.signature),
                        ofAnnotations(field.visibleAnnotations),
                        ofAnnotations(field.invisibleAnnotations))
                .flatMap(each -> each);
    }

    Stream<Reference> of(MethodNode method) {
        return Stream.of(
                        ofTypes(Type.getMethodType(method.desc)),
                        method.exceptions.stream().map(Mentions::type),
                        ofSignature(method.signature),
                        ofAnnotations(method.visibleAnnotations),
                        ofAnnotations(method.invisibleAnnotations),
                        ofParameterAnnotations(method.visibleParameterAnnotations),
                        ofParameterAnnotations(method.invisibleParameterAnnotations),
                        Stream.ofNullable(method.annotationDefault).flatMap(this::ofValue),
                        References.inCode(method),
                        References.lambdas(method))
                .flatMap(each -> each);
    }

    private static Reference type(String name) {
        return new TypeUse(name, Naming.AS_TYPE);
    }

    private static Stream<Reference> ofTypes(Type type) {
        return References.inType(type).map(Mentions::type);
    }

    private static Stream<Reference> ofSignature(String signature) {
        List<Reference> found = new ArrayList<>();
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                @Override
                public void visitClassType(String name) {
                    found.add(type(name));
                }
            });
        }
        return found.stream();
    }

    private Stream<Reference> ofParameterAnnotations(List<AnnotationNode>[] lists) {
        return Stream.ofNullable(lists).flatMap(Stream::of).flatMap(this::ofAnnotations);
    }

    private Stream<Reference> ofAnnotations(List<AnnotationNode> annotations) {
        return Member.orEmpty(annotations).stream().flatMap(this::ofAnnotation);
    }

    /** Its class, the elements that are given, and what their values name. */
    private Stream<Reference> ofAnnotation(AnnotationNode annotation) {
        String name = Type.getType(annotation.desc).getInternalName();
        List<Object> values = Member.orEmpty(annotation.values);
        return Stream.concat(
                Stream.of(type(name)),
                IntStream.range(0, values.size() / 2)
                        .boxed()
                        .flatMap(i -> Stream.concat(
                                element(name, (String) values.get(2 * i)), ofValue(values.get(2 * i + 1)))));
    }

    private Stream<Reference> element(String annotation, String name) {
        return hierarchy.type(annotation).stream()
                .flatMap(Member::declaredBy)
                .filter(member -> member.name().equals(name))
                .map(member -> new MemberUse(annotation, name, member.descriptor(), false, true));
    }

    private Stream<Reference> ofValue(Object value) {
        if (value instanceof Type type) {
            return ofTypes(type);
        }
        if (value instanceof AnnotationNode annotation) {
            return ofAnnotation(annotation);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(this::ofValue);
        }
        if (value instanceof String[] constant) {
            String owner = Type.getType(constant[0]).getInternalName();
            return Stream.of(type(owner), new MemberUse(owner, constant[1], constant[0], true, false));
        }
        return Stream.empty();
    }
}
