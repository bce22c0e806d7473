package io.jenkins.plugins.hades.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Says what {@code jenkins-api} declares and nothing uses, be it that only other unused declarations name it. Left out is what no class
 * file shows the use of, or what a class has by its nature: constants, whose values are compiled into their users; private constructors,
 * which keep others from making one; the last constructor of a class, without which the compiler adds one; and what the compiler adds itself.
 */
public final class UsageCheck {
    private final List<ClassNode> declared;
    private final Usage usage;

    /**
     * Prepares the check.
     *
     * @param declared the classes of {@code jenkins-api}
     * @param users the classes that are compiled against it
     * @param path finds all of them
     */
    public UsageCheck(List<ClassNode> declared, Collection<ClassNode> users, ClassPath path) {
        this.declared = declared;
        this.usage = new Usage(declared, users, path);
    }

    /** All unused classes, and all unused members of the others. */
    public List<Problem> check() {
        List<Problem> problems = new ArrayList<>();
        for (ClassNode type : declared) {
            if (!usage.uses(type)) {
                problems.add(new Problem(type.name, "is used by nothing"));
                continue;
            }
            Member.declaredBy(type)
                    .filter(member -> !usage.uses(member))
                    .filter(member -> !isLeftOut(type, member))
                    .forEach(member -> problems.add(
                            new Problem(type.name + "." + member.name(), member.descriptor() + " is used by nothing")));
        }
        return problems;
    }

    private static boolean isLeftOut(ClassNode type, Member member) {
        boolean ofEveryEnum = (type.access & Opcodes.ACC_ENUM) != 0
                && member.is(Opcodes.ACC_STATIC)
                && List.of("values", "valueOf").contains(member.name());
        boolean hiddenConstructor = member.isConstructor() && member.is(Opcodes.ACC_PRIVATE);
        return ofEveryEnum
                || hiddenConstructor
                || member.is(Opcodes.ACC_SYNTHETIC)
                || member.constant().isPresent();
    }
}
