package io.jenkins.plugins.hades.checks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What the code and the declarations of a class refer to. */
final class References {
    private References() {}

    /** Something that a method's code needs when it runs. */
    sealed interface Reference permits TypeUse, MemberUse {}

    /** How a class is named. */
    enum Naming {
        /** As the type of a parameter, a result or a field: it need not be accessible. */
        IN_DESCRIPTOR,
        /** Cast to, caught, extended, taken as a value. */
        AS_TYPE,
        /** Instantiated. */
        AS_NEW
    }

    /** A class is named. */
    record TypeUse(String type, Naming naming) implements Reference {}

    /** A field or a method is used; {@code onInterface} says that a method's owner is taken to be an interface. */
    record MemberUse(String owner, String name, String descriptor, boolean isStatic, boolean onInterface)
            implements Reference {
        boolean isMethod() {
            return descriptor.startsWith("(");
        }

        @Override
        public String toString() {
            return owner + "." + name + (isMethod() ? descriptor : " " + descriptor);
        }
    }

    static Stream<Reference> inCode(MethodNode method) {
        Stream<Reference> caught = method.tryCatchBlocks.stream()
                .filter(block -> block.type != null)
                .map(block -> new TypeUse(block.type, Naming.AS_TYPE));
        return Stream.concat(
                caught, Arrays.stream(method.instructions.toArray()).flatMap(References::inInstruction));
    }

    private static Stream<Reference> inInstruction(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return Stream.concat(
                    inDescriptor(call.desc),
                    Stream.of(new MemberUse(
                            call.owner, call.name, call.desc, call.getOpcode() == Opcodes.INVOKESTATIC, call.itf)));
        }
        if (instruction instanceof FieldInsnNode use) {
            boolean isStatic = use.getOpcode() == Opcodes.GETSTATIC || use.getOpcode() == Opcodes.PUTSTATIC;
            return Stream.of(new MemberUse(use.owner, use.name, use.desc, isStatic, false));
        }
        if (instruction instanceof TypeInsnNode use) {
            Naming naming = use.getOpcode() == Opcodes.NEW ? Naming.AS_NEW : Naming.AS_TYPE;
            return inType(Type.getObjectType(use.desc)).map(type -> new TypeUse(type, naming));
        }
        if (instruction instanceof MultiANewArrayInsnNode use) {
            return inDescriptor(use.desc);
        }
        if (instruction instanceof LdcInsnNode load) {
            return inConstant(load.cst);
        }
        if (instruction instanceof InvokeDynamicInsnNode call) {
            return Stream.concat(
                    inDescriptor(call.desc),
                    Stream.concat(
                            inConstant(call.bsm), Arrays.stream(call.bsmArgs).flatMap(References::inConstant)));
        }
        return Stream.empty();
    }

    private static Stream<Reference> inConstant(Object constant) {
        if (constant instanceof Type type) {
            Naming naming = type.getSort() == Type.METHOD ? Naming.IN_DESCRIPTOR : Naming.AS_TYPE;
            return inType(type).map(name -> new TypeUse(name, naming));
        }
        if (constant instanceof Handle handle) {
            boolean isStatic = List.of(Opcodes.H_INVOKESTATIC, Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC)
                    .contains(handle.getTag());
            return Stream.of(new MemberUse(
                    handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface()));
        }
        if (constant instanceof ConstantDynamic dynamic) {
            return Stream.concat(inDescriptor(dynamic.getDescriptor()), inConstant(dynamic.getBootstrapMethod()));
        }
        return Stream.empty();
    }

    private static Stream<Reference> inDescriptor(String descriptor) {
        return inType(Type.getType(descriptor)).map(type -> new TypeUse(type, Naming.IN_DESCRIPTOR));
    }

    /** The supertypes of a class, and the classes that its fields and methods name. */
    static Stream<Reference> inDeclarations(ClassNode type) {
        Stream<String> mentioned = Stream.concat(
                type.fields.stream().flatMap(field -> inType(Type.getType(field.desc))),
                type.methods.stream()
                        .flatMap(method ->
                                Stream.concat(inType(Type.getType(method.desc)), method.exceptions.stream())));
        Stream<String> supertypes = Stream.concat(Stream.ofNullable(type.superName), type.interfaces.stream());
        return Stream.concat(
                mentioned.map(name -> new TypeUse(name, Naming.IN_DESCRIPTOR)),
                supertypes.map(name -> new TypeUse(name, Naming.AS_TYPE)));
    }

    /** The methods that the lambdas and method references of a method's code implement. */
    static Stream<MemberUse> lambdas(MethodNode method) {
        return Arrays.stream(method.instructions.toArray())
                .filter(InvokeDynamicInsnNode.class::isInstance)
                .map(InvokeDynamicInsnNode.class::cast)
                .filter(call -> call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory"))
                .map(call -> new MemberUse(
                        Type.getReturnType(call.desc).getInternalName(),
                        call.name,
                        ((Type) call.bsmArgs[0]).getDescriptor(),
                        false,
                        true));
    }

    /** The classes in a type: of an array its elements', of a method its parameters' and its result's. */
    static Stream<String> inType(Type type) {
        return switch (type.getSort()) {
            case Type.OBJECT -> Stream.of(type.getInternalName());
            case Type.ARRAY -> inType(type.getElementType());
            case Type.METHOD ->
                Stream.concat(Arrays.stream(type.getArgumentTypes()), Stream.of(type.getReturnType()))
                        .flatMap(References::inType);
            default -> Stream.empty();
        };
    }
}
