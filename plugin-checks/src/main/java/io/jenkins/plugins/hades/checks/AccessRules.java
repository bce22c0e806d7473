package io.jenkins.plugins.hades.checks;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** What one class may use of another: Java's access, and Jenkins' {@code @Restricted}. */
final class AccessRules {
    private static final String RESTRICTED = "Lorg/kohsuke/accmod/Restricted;";
    private static final Set<String> FORBIDDING = Set.of("NoExternalUse", "DoNotUse", "None");

    private final Hierarchy hierarchy;

    AccessRules(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    boolean canUse(ClassNode user, ClassNode used) {
        return (used.access & Opcodes.ACC_PUBLIC) != 0 || samePackage(user, used);
    }

    boolean canUse(ClassNode user, Member member) {
        if (member.is(Opcodes.ACC_PUBLIC)) {
            return true;
        }
        if (member.is(Opcodes.ACC_PRIVATE)) {
            return nest(user).equals(nest(member.declaredBy()));
        }
        return samePackage(user, member.declaredBy())
                || (member.is(Opcodes.ACC_PROTECTED) && hierarchy.isSubtype(user, member.declaredBy().name));
    }

    /** Whether Jenkins keeps the class for itself; its build then refuses plugins that use it. */
    static boolean isRestricted(ClassNode type) {
        return Member.orEmpty(type.visibleAnnotations).stream().anyMatch(AccessRules::forbids);
    }

    static boolean isRestricted(Member member) {
        return member.annotations().stream().anyMatch(AccessRules::forbids);
    }

    private static boolean forbids(AnnotationNode annotation) {
        return annotation.desc.equals(RESTRICTED)
                && annotation.values.get(1) instanceof Iterable<?> restrictions
                && forbids(restrictions);
    }

    private static boolean forbids(Iterable<?> restrictions) {
        for (Object restriction : restrictions) {
            String name = ((Type) restriction).getClassName();
            if (FORBIDDING.contains(name.substring(name.lastIndexOf('.') + 1))) {
                return true;
            }
        }
        return false;
    }

    static boolean samePackage(ClassNode one, ClassNode other) {
        return packageOf(one).equals(packageOf(other));
    }

    private static String packageOf(ClassNode type) {
        return type.name.substring(0, type.name.lastIndexOf('/') + 1);
    }

    private static String nest(ClassNode type) {
        return type.nestHostClass == null ? type.name : type.nestHostClass;
    }
}
