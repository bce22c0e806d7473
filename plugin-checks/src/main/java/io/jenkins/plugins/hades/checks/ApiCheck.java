package io.jenkins.plugins.hades.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Says where a class of {@code jenkins-api} declares something otherwise than the controller does: kind, supertypes, members with
 * their descriptor, access, exceptions and constant value.
 */
public final class ApiCheck {
    private static final int KIND = Opcodes.ACC_INTERFACE
            | Opcodes.ACC_ANNOTATION
            | Opcodes.ACC_ENUM
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_ABSTRACT;
    private static final int MEMBER_KIND = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT;

    private final Hierarchy controller;

    /** Compares with the classes of a path that does not hold {@code jenkins-api}. */
    public ApiCheck(ClassPath controller) {
        this.controller = new Hierarchy(controller);
    }

    /** All problems of one declared class; a class that is not public is none of the API. */
    public List<Problem> check(ClassNode declared) {
        if ((declared.access & Opcodes.ACC_PUBLIC) == 0) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Optional<ClassNode> found = controller.type(declared.name);
        if (found.isEmpty()) {
            return List.of(new Problem(declared.name, "does not exist"));
        }
        ClassNode real = found.get();
        if ((declared.access & KIND) != (real.access & KIND) && !isEnumWithBodies(declared, real)) {
            problems.add(new Problem(
                    declared.name, "is declared " + kind(declared.access) + " but is " + kind(real.access)));
        }
        Stream.concat(Stream.ofNullable(declared.superName), declared.interfaces.stream())
                .filter(parent -> !controller.isSubtype(real, parent))
                .filter(parent -> !parent.equals("java/lang/Object"))
                .forEach(parent -> problems.add(new Problem(declared.name, "is no subtype of " + parent)));
        Member.declaredBy(declared).filter(ApiCheck::isApi).forEach(member -> compare(member, real)
                .forEach(what -> problems.add(new Problem(declared.name + "." + member.name(), what))));
        return problems;
    }

    private static boolean isEnumWithBodies(ClassNode declared, ClassNode real) {
        return (declared.access & real.access & Opcodes.ACC_ENUM) != 0;
    }

    private static boolean isApi(Member member) {
        return member.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED) && !member.is(Opcodes.ACC_SYNTHETIC);
    }

    private Stream<String> compare(Member declared, ClassNode real) {
        Optional<Member> found = declared.name().equals("<init>")
                ? Member.declaredBy(real)
                        .filter(member -> member.hasSignature(declared.name(), declared.descriptor()))
                        .findFirst()
                : controller.find(real, declared.name(), declared.descriptor());
        if (found.isEmpty()) {
            return Stream.of(declared.descriptor() + " does not exist");
        }
        Member member = found.get();
        List<String> differences = new ArrayList<>();
        if (declared.is(Opcodes.ACC_PUBLIC) != member.is(Opcodes.ACC_PUBLIC)
                || declared.is(Opcodes.ACC_PROTECTED) != member.is(Opcodes.ACC_PROTECTED)) {
            differences.add("has another access");
        }
        if ((declared.access() & MEMBER_KIND) != (member.access() & MEMBER_KIND)) {
            differences.add("is declared " + kind(declared.access()) + " but is " + kind(member.access()));
        }
        Set<String> exceptions = new TreeSet<>(member.exceptions());
        if (!exceptions.equals(new TreeSet<>(declared.exceptions()))) {
            differences.add("throws " + exceptions);
        }
        if (!declared.constant().equals(member.constant())) {
            differences.add("has the constant value " + member.constant());
        }
        return differences.stream();
    }

    private static String kind(int access) {
        List<String> words = new ArrayList<>();
        addIf(access, Opcodes.ACC_STATIC, "static", words);
        addIf(access, Opcodes.ACC_FINAL, "final", words);
        addIf(access, Opcodes.ACC_ABSTRACT, "abstract", words);
        addIf(access, Opcodes.ACC_INTERFACE, "interface", words);
        addIf(access, Opcodes.ACC_ENUM, "enum", words);
        return words.isEmpty() ? "plain" : String.join(" ", words);
    }

    private static void addIf(int access, int flag, String word, List<String> words) {
        if ((access & flag) != 0) {
            words.add(word);
        }
    }
}
