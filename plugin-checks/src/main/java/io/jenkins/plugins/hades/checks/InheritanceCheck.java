package io.jenkins.plugins.hades.checks;

import io.jenkins.plugins.hades.checks.References.MemberUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Says where a class does not fit its supertypes on the controller: a superclass that is final or an interface, a final method that
 * it overrides, an abstract method that it leaves without a body, a lambda for a type that is not a functional interface.
 */
public final class InheritanceCheck {
    private final Hierarchy hierarchy;
    private final AccessRules access;

    /** Checks against the classes of a path, which must hold the checked classes as well. */
    public InheritanceCheck(ClassPath path) {
        this.hierarchy = new Hierarchy(path);
        this.access = new AccessRules(hierarchy);
    }

    /** All problems of one class. */
    public List<Problem> check(ClassNode type) {
        List<String> found = new ArrayList<>();
        superclassProblem(type).ifPresent(found::add);
        for (String name : type.interfaces) {
            hierarchy
                    .type(name)
                    .filter(each -> !Hierarchy.isInterface(each))
                    .ifPresent(each -> found.add(name + " is no interface"));
        }
        overriddenFinals(type).forEach(member -> found.add("overrides " + member + ", which is final"));
        if ((type.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0) {
            unimplemented(type).forEach(member -> found.add("has no body of " + member));
        }
        type.methods.stream()
                .flatMap(References::lambdas)
                .flatMap(this::lambdaProblems)
                .forEach(found::add);
        return found.stream().map(what -> new Problem(type.name, what)).toList();
    }

    private Optional<String> superclassProblem(ClassNode type) {
        return hierarchy.type(type.superName).flatMap(parent -> {
            if (Hierarchy.isInterface(parent)) {
                return Optional.of("extends " + parent.name + ", which is an interface");
            }
            if ((parent.access & Opcodes.ACC_FINAL) != 0) {
                return Optional.of("extends " + parent.name + ", which is final");
            }
            return Optional.empty();
        });
    }

    private Stream<Member> overriddenFinals(ClassNode type) {
        List<Member> own = Member.declaredBy(type).filter(Member::isInheritable).toList();
        return hierarchy.superclasses(type).stream()
                .skip(1)
                .flatMap(Member::declaredBy)
                .filter(member -> member.isInheritable() && member.is(Opcodes.ACC_FINAL))
                .filter(member -> access.canUse(type, member))
                .filter(member -> own.stream().anyMatch(each -> each.hasSignature(member.name(), member.descriptor())));
    }

    private Stream<Member> unimplemented(ClassNode type) {
        return abstractMethods(type)
                .filter(member -> hierarchy.implementation(type, member).isEmpty());
    }

    private Stream<Member> abstractMethods(ClassNode type) {
        return hierarchy.supertypes(type).stream()
                .flatMap(Member::declaredBy)
                .filter(member -> member.isMethod() && member.is(Opcodes.ACC_ABSTRACT));
    }

    private Stream<String> lambdaProblems(MemberUse lambda) {
        Optional<ClassNode> type = hierarchy.type(lambda.owner());
        if (type.isEmpty()) {
            return Stream.empty();
        }
        List<Member> open = unimplemented(type.get())
                .filter(member -> !isObjectMethod(member))
                .toList();
        if (open.stream().noneMatch(member -> member.hasSignature(lambda.name(), lambda.descriptor()))) {
            return Stream.of("makes a lambda of " + lambda.owner() + ", which has no abstract method " + lambda.name()
                    + lambda.descriptor());
        }
        return open.stream()
                .filter(member -> !member.name().equals(lambda.name()))
                .map(member ->
                        "makes a lambda of " + lambda.owner() + ", which has another abstract method, " + member);
    }

    private boolean isObjectMethod(Member member) {
        return hierarchy
                .type("java/lang/Object")
                .flatMap(object -> hierarchy.find(object, member.name(), member.descriptor()))
                .isPresent();
    }
}
