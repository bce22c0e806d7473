package io.jenkins.plugins.hades.checks;

import io.jenkins.plugins.hades.checks.References.MemberUse;
import io.jenkins.plugins.hades.checks.References.Reference;
import io.jenkins.plugins.hades.checks.References.TypeUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * Says what {@code jenkins-api} declares and nothing uses. A member is used when code refers to it, when a class overrides it, or when the
 * declarations would not compile without it; a class when one of its users is not itself unused.
 */
public final class UsageCheck {
    private final List<ClassNode> declared;
    private final Hierarchy hierarchy;
    private final Set<String> usedTypes = new HashSet<>();
    private final Set<String> usedMembers = new HashSet<>();

    /**
     * Prepares the check.
     *
     * @param declared the classes of {@code jenkins-api}
     * @param users the classes that are compiled against it
     * @param path finds all of them
     */
    public UsageCheck(List<ClassNode> declared, Collection<ClassNode> users, ClassPath path) {
        this.declared = declared;
        this.hierarchy = new Hierarchy(path);
        users.forEach(this::use);
        declared.forEach(type -> inCode(type).forEach(this::useReference));
        useWhatUsedTypesMention();
    }

    /** All unused public classes, and all unused members of the others. */
    public List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        for (ClassNode type : declared) {
            if ((type.access & Opcodes.ACC_PUBLIC) == 0) {
                continue;
            }
            if (!usedTypes.contains(type.name)) {
                problems.add(new Problem(type.name, "is used by nothing"));
                continue;
            }
            Member.declaredBy(type)
                    .filter(member -> !isFree(type, member))
                    .filter(member -> !usedMembers.contains(key(member)))
                    .forEach(member -> problems.add(
                            new Problem(type.name + "." + member.name(), member.descriptor() + " is used by nothing")));
        }
        return problems;
    }

    private void use(ClassNode user) {
        Stream.concat(inCode(user), References.inDeclarations(user)).forEach(this::useReference);
        annotations(user)
                .forEach(annotation ->
                        usedTypes.add(Type.getType(annotation.desc).getInternalName()));
        List<ClassNode> supertypes = hierarchy.supertypes(user);
        Member.declaredBy(user).filter(Member::isInheritable).forEach(own -> supertypes.stream()
                .flatMap(Member::declaredBy)
                .filter(member -> member.hasSignature(own.name(), own.descriptor()))
                .forEach(this::useMember));
    }

    private static Stream<Reference> inCode(ClassNode type) {
        return type.methods.stream().flatMap(References::inCode);
    }

    private static Stream<AnnotationNode> annotations(ClassNode user) {
        Stream<AnnotationNode> ofParameters = user.methods.stream()
                .filter(method -> method.visibleParameterAnnotations != null)
                .flatMap(method -> Stream.of(method.visibleParameterAnnotations))
                .flatMap(list -> Member.orEmpty(list).stream());
        return Stream.of(
                        Member.orEmpty(user.visibleAnnotations).stream(),
                        Member.declaredBy(user).flatMap(member -> member.annotations().stream()),
                        ofParameters)
                .flatMap(each -> each);
    }

    private void useReference(Reference reference) {
        if (reference instanceof TypeUse use) {
            usedTypes.add(use.type());
        } else if (reference instanceof MemberUse use) {
            usedTypes.add(use.owner());
            hierarchy
                    .type(use.owner())
                    .flatMap(owner -> hierarchy.find(owner, use.name(), use.descriptor()))
                    .ifPresent(this::useMember);
        }
    }

    private void useMember(Member member) {
        usedMembers.add(key(member));
        usedTypes.add(member.declaredBy().name);
    }

    private static String key(Member member) {
        return member.declaredBy().name + "." + member.name() + member.descriptor();
    }

    /** Supertypes, parameters, results, meta-annotations and outer classes of what is used are used, and so on. */
    private void useWhatUsedTypesMention() {
        int before;
        do {
            before = usedTypes.size();
            for (ClassNode type : declared) {
                if (usedTypes.contains(type.name)) {
                    References.inDeclarations(type).forEach(this::useReference);
                    References.inGenericSignatures(type).forEach(usedTypes::add);
                    annotations(type)
                            .forEach(each ->
                                    usedTypes.add(Type.getType(each.desc).getInternalName()));
                    if (type.name.contains("$")) {
                        usedTypes.add(type.name.substring(0, type.name.lastIndexOf('$')));
                    }
                }
            }
        } while (usedTypes.size() > before);
    }

    /** What a declaration must have to compile, or to keep others from misusing it, though nobody calls it. */
    private boolean isFree(ClassNode type, Member member) {
        boolean ofEnumOrAnnotation = (type.access & (Opcodes.ACC_ENUM | Opcodes.ACC_ANNOTATION)) != 0;
        boolean hidden = !member.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED) || member.is(Opcodes.ACC_SYNTHETIC);
        return ofEnumOrAnnotation || hidden || isConstructor(member) || implementsAbstract(type, member);
    }

    private static boolean isConstructor(Member member) {
        return member.name().startsWith("<");
    }

    private boolean implementsAbstract(ClassNode type, Member member) {
        return member.isInheritable()
                && hierarchy.supertypes(type).stream()
                        .filter(each -> each != type && !each.name.equals(type.name))
                        .flatMap(Member::declaredBy)
                        .anyMatch(each ->
                                each.hasSignature(member.name(), member.descriptor()) && each.is(Opcodes.ACC_ABSTRACT));
    }
}
