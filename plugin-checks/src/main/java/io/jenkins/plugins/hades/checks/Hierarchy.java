package io.jenkins.plugins.hades.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Finds members in a class and its supertypes, in the order in which the JVM does (JVMS 5.4.3). */
final class Hierarchy {
    private final ClassPath path;

    Hierarchy(ClassPath path) {
        this.path = path;
    }

    Optional<ClassNode> type(String name) {
        return path.find(name);
    }

    /** The class itself, its superclass, and so on, as far as the class path has them. */
    List<ClassNode> superclasses(ClassNode type) {
        List<ClassNode> chain = new ArrayList<>();
        Optional<ClassNode> next = Optional.of(type);
        while (next.isPresent()) {
            chain.add(next.get());
            next = Optional.ofNullable(next.get().superName).flatMap(path::find);
        }
        return chain;
    }

    /** The class itself and all its supertypes: the classes first, then the interfaces. */
    List<ClassNode> supertypes(ClassNode type) {
        Map<String, ClassNode> found = new LinkedHashMap<>();
        List<ClassNode> classes = superclasses(type);
        classes.forEach(each -> found.put(each.name, each));
        classes.forEach(each -> addInterfaces(each, found));
        return List.copyOf(found.values());
    }

    private void addInterfaces(ClassNode type, Map<String, ClassNode> found) {
        for (String name : type.interfaces) {
            path.find(name)
                    .filter(each -> found.putIfAbsent(each.name, each) == null)
                    .ifPresent(each -> addInterfaces(each, found));
        }
    }

    boolean isSubtype(ClassNode type, String ancestor) {
        return supertypes(type).stream().anyMatch(each -> each.name.equals(ancestor));
    }

    /** A field or a method of a class, its own or inherited; of interfaces' methods one with a body is preferred. */
    Optional<Member> find(ClassNode type, String name, String descriptor) {
        Stream<ClassNode> types = supertypes(type).stream();
        if (isInterface(type)) {
            types = Stream.concat(types, path.find("java/lang/Object").stream());
        }
        List<Member> found = types.flatMap(Member::declaredBy)
                .filter(member -> member.hasSignature(name, descriptor))
                .toList();
        return found.stream()
                .filter(member -> !isInterface(member.declaredBy()) || !member.is(Opcodes.ACC_ABSTRACT))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    static boolean isInterface(ClassNode type) {
        return (type.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** The body that runs when the method is called on an instance of the class; empty if there is none. */
    Optional<Member> implementation(ClassNode type, Member method) {
        return supertypes(type).stream()
                .flatMap(Member::declaredBy)
                .filter(Member::isInheritable)
                .filter(each -> each.hasSignature(method.name(), method.descriptor()))
                .filter(each -> !each.is(Opcodes.ACC_ABSTRACT))
                .findFirst();
    }
}
