package io.jenkins.plugins.hades.checks;

import io.jenkins.plugins.hades.checks.References.MemberUse;
import io.jenkins.plugins.hades.checks.References.Naming;
import io.jenkins.plugins.hades.checks.References.Reference;
import io.jenkins.plugins.hades.checks.References.TypeUse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Says what of a class would not link on the controller: a class or member that is not there, has another kind, may not be used, or
 * is kept by Jenkins for itself.
 */
public final class LinkCheck {
    /** How much must be there. */
    public enum Rigour {
        /** Hades' own classes: everything. */
        COMPLETE,
        /** Bundled libraries, which have optional parts: a class may be missing, but one that is there must fit. */
        WHAT_IS_THERE
    }

    private static final Set<String> SIGNATURE_POLYMORPHIC =
            Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

    private final Hierarchy hierarchy;
    private final AccessRules access;
    private final Rigour rigour;

    /** Checks against the classes of a path, which must hold the checked classes as well. */
    public LinkCheck(ClassPath path, Rigour rigour) {
        this.hierarchy = new Hierarchy(path);
        this.access = new AccessRules(hierarchy);
        this.rigour = rigour;
    }

    /** All problems of one class, each once. */
    public Set<Problem> check(ClassNode type) {
        Set<Problem> problems = new LinkedHashSet<>();
        if (rigour == Rigour.COMPLETE) {
            References.inDeclarations(type)
                    .flatMap(reference -> check(type, reference))
                    .forEach(what -> problems.add(new Problem(type.name, what)));
            annotationsOf(type)
                    .flatMap(this::checkAnnotation)
                    .forEach(what -> problems.add(new Problem(type.name, what)));
        }
        for (MethodNode method : type.methods) {
            References.inCode(method)
                    .flatMap(reference -> check(type, reference))
                    .forEach(what -> problems.add(new Problem(type.name + "." + method.name, what)));
        }
        return problems;
    }

    private Stream<String> check(ClassNode user, Reference reference) {
        if (reference instanceof MemberUse use) {
            return checkMember(user, use);
        }
        return checkType(user, (TypeUse) reference);
    }

    private Stream<String> checkType(ClassNode user, TypeUse use) {
        Optional<ClassNode> found = hierarchy.type(use.type());
        if (found.isEmpty()) {
            return missing(use.type());
        }
        ClassNode type = found.get();
        if (use.naming() != Naming.IN_DESCRIPTOR && !access.canUse(user, type)) {
            return Stream.of(use.type() + " is not public");
        }
        if (use.naming() == Naming.AS_NEW && (type.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0) {
            return Stream.of(use.type() + " is abstract and cannot be instantiated");
        }
        if (!sameLibrary(user, type) && AccessRules.isRestricted(type)) {
            return Stream.of(use.type() + " is kept by Jenkins for itself (@Restricted)");
        }
        return Stream.empty();
    }

    private Stream<String> checkMember(ClassNode user, MemberUse use) {
        if (use.owner().startsWith("[") || SIGNATURE_POLYMORPHIC.contains(use.owner())) {
            return Stream.empty();
        }
        Optional<ClassNode> owner = hierarchy.type(use.owner());
        if (owner.isEmpty()) {
            return missing(use.owner());
        }
        if (use.isMethod() && use.onInterface() != Hierarchy.isInterface(owner.get())) {
            return Stream.of(use.owner() + (use.onInterface() ? " is no interface" : " is an interface"));
        }
        Optional<Member> found = hierarchy.find(owner.get(), use.name(), use.descriptor());
        if (found.isEmpty()) {
            return Stream.of(use + " does not exist");
        }
        Member member = found.get();
        if (member.is(Opcodes.ACC_STATIC) != use.isStatic()) {
            return Stream.of(use + (use.isStatic() ? " is not static" : " is static"));
        }
        if (!access.canUse(user, owner.get()) || !access.canUse(user, member)) {
            return Stream.of(use + " may not be used from here");
        }
        if (!sameLibrary(user, member.declaredBy()) && AccessRules.isRestricted(member)) {
            return Stream.of(use + " is kept by Jenkins for itself (@Restricted)");
        }
        return Stream.empty();
    }

    /** Restrictions hold between Hades and Jenkins, not within either. */
    private static boolean sameLibrary(ClassNode user, ClassNode used) {
        return AccessRules.samePackage(user, used);
    }

    private Stream<String> missing(String type) {
        return rigour == Rigour.COMPLETE ? Stream.of(type + " does not exist") : Stream.empty();
    }

    private static Stream<AnnotationNode> annotationsOf(ClassNode type) {
        return Stream.concat(
                Member.orEmpty(type.visibleAnnotations).stream(),
                Member.declaredBy(type).flatMap(member -> member.annotations().stream()));
    }

    private Stream<String> checkAnnotation(AnnotationNode annotation) {
        String name = Type.getType(annotation.desc).getInternalName();
        Optional<ClassNode> type = hierarchy.type(name);
        if (type.isEmpty()) {
            return missing(name);
        }
        List<Object> values = Member.orEmpty(annotation.values);
        return Stream.iterate(0, index -> index < values.size(), index -> index + 2)
                .map(values::get)
                .filter(element -> type.get().methods.stream().noneMatch(method -> method.name.equals(element)))
                .map(element -> name + " has no element " + element);
    }
}
