package io.jenkins.plugins.hades.checks;

import io.jenkins.plugins.hades.checks.References.MemberUse;
import io.jenkins.plugins.hades.checks.References.Reference;
import io.jenkins.plugins.hades.checks.References.TypeUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * What of some declarations is used by classes that are compiled against them. A member is used when their code refers to it, when a class
 * of theirs overrides it or inherits the body of an abstract one in it, and when another declaration that is used would not compile without
 * it. A class is used when a user, or a member that is itself used, names it; and as a supertype, an annotation or the outer class of one
 * that is used.
 */
final class Usage {
    private final Set<String> declared;
    private final Hierarchy hierarchy;
    private final Mentions mentions;
    private final Set<String> types = new HashSet<>();
    private final Set<String> members = new HashSet<>();

    Usage(Collection<ClassNode> declared, Collection<ClassNode> users, ClassPath path) {
        this.declared = declared.stream().map(type -> type.name).collect(Collectors.toSet());
        this.hierarchy = new Hierarchy(path);
        this.mentions = new Mentions(hierarchy);
        users.forEach(this::useAllOf);
        int before;
        do {
            before = types.size() + members.size();
            users.forEach(this::useInheritedBodies);
            declared.stream().filter(this::uses).forEach(this::useWhatItNeeds);
        } while (types.size() + members.size() > before);
    }

    boolean uses(ClassNode type) {
        return types.contains(type.name);
    }

    boolean uses(Member member) {
        return members.contains(key(member));
    }

    private static String key(Member member) {
        return member.declaredBy().name + "." + member.name() + member.descriptor();
    }

    private void useAllOf(ClassNode user) {
        mentions.ofHead(user).forEach(this::use);
        user.fields.stream().flatMap(mentions::of).forEach(this::use);
        user.methods.stream().flatMap(mentions::of).forEach(this::use);
        List<ClassNode> supertypes = hierarchy.supertypes(user);
        Member.declaredBy(user).filter(Member::isInheritable).forEach(own -> supertypes.stream()
                .flatMap(Member::declaredBy)
                .filter(member -> member.hasSignature(own.name(), own.descriptor()))
                .forEach(this::use));
    }

    private void useInheritedBodies(ClassNode user) {
        hierarchy.supertypes(user).stream()
                .flatMap(Member::declaredBy)
                .filter(this::isRequired)
                .forEach(member -> hierarchy.implementation(user, member).ifPresent(this::use));
    }

    private void useWhatItNeeds(ClassNode type) {
        mentions.ofHead(type).forEach(this::use);
        if (type.name.contains("$")) {
            types.add(type.name.substring(0, type.name.lastIndexOf('$')));
        }
        Member.declaredBy(type).filter(member -> isNeeded(type, member)).forEach(this::use);
        type.fields.stream()
                .filter(field -> uses(Member.of(type, field)))
                .flatMap(mentions::of)
                .forEach(this::use);
        type.methods.stream()
                .filter(method -> uses(Member.of(type, method)))
                .flatMap(mentions::of)
                .filter(reference -> !isOwnField(type, reference))
                .forEach(this::use);
    }

    /** Declarations have no behaviour: what their code does with their own fields is to set them. */
    private static boolean isOwnField(ClassNode type, Reference reference) {
        return reference instanceof MemberUse use && use.owner().equals(type.name) && !use.isMethod();
    }

    private boolean isNeeded(ClassNode type, Member member) {
        if (member.isConstructor()) {
            return Member.declaredBy(type).filter(Member::isConstructor).count() == 1;
        }
        return member.name().equals("<clinit>") || implementsRequired(type, member);
    }

    private boolean implementsRequired(ClassNode type, Member member) {
        return member.isInheritable()
                && !member.is(Opcodes.ACC_ABSTRACT)
                && hierarchy.supertypes(type).stream()
                        .filter(each -> !each.name.equals(type.name))
                        .flatMap(Member::declaredBy)
                        .filter(each -> each.hasSignature(member.name(), member.descriptor()))
                        .anyMatch(this::isRequired);
    }

    /** An abstract method that stays: of a used declaration, or of a library. */
    private boolean isRequired(Member member) {
        return member.isMethod()
                && member.is(Opcodes.ACC_ABSTRACT)
                && (uses(member) || !declared.contains(member.declaredBy().name));
    }

    private void use(Reference reference) {
        if (reference instanceof TypeUse use) {
            types.add(use.type());
        } else if (reference instanceof MemberUse use) {
            types.add(use.owner());
            hierarchy
                    .type(use.owner())
                    .flatMap(owner -> hierarchy.find(owner, use.name(), use.descriptor()))
                    .ifPresent(this::use);
        }
    }

    private void use(Member member) {
        members.add(key(member));
        types.add(member.declaredBy().name);
    }
}
