package io.jenkins.plugins.hades.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** A declared field or method, with the class that declares it; {@code constant} is the value of a constant field. */
record Member(
        ClassNode declaredBy,
        String name,
        String descriptor,
        int access,
        Optional<Object> constant,
        List<String> exceptions,
        List<AnnotationNode> annotations) {

    static Member of(ClassNode declaredBy, FieldNode field) {
        return new Member(
                declaredBy,
                field.name,
                field.desc,
                field.access,
                Optional.ofNullable(field.value),
                List.of(),
                orEmpty(field.visibleAnnotations));
    }

    static Member of(ClassNode declaredBy, MethodNode method) {
        return new Member(
                declaredBy,
                method.name,
                method.desc,
                method.access,
                Optional.empty(),
                method.exceptions,
                orEmpty(method.visibleAnnotations));
    }

    /** All fields and methods that a class declares itself. */
    static Stream<Member> declaredBy(ClassNode type) {
        return Stream.concat(
                type.fields.stream().map(field -> of(type, field)),
                type.methods.stream().map(method -> of(type, method)));
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** Whether subclasses inherit it as an instance method. */
    boolean isInheritable() {
        return isMethod() && !is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE) && !name.startsWith("<");
    }

    boolean hasSignature(String otherName, String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    @Override
    public String toString() {
        return declaredBy.name + "." + name + (isMethod() ? descriptor : " " + descriptor);
    }
}
