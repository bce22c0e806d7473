package io.jenkins.plugins.hades.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiCheckTest {
    private static final String ITEM =
            "package lib; public abstract class Item extends java.util.ArrayList<String> implements Cloneable {"
                    + " public static final int LIMIT = 7;"
                    + " protected Item(String name) {}"
                    + " public static Item find() throws java.io.IOException { return null; }"
                    + " protected abstract void load(); }";

    @TempDir
    Path folder;

    @Test
    void findsNothingWhereTheDeclarationIsRight() throws IOException {
        assertThat(problems(ITEM, ITEM)).isEmpty();
    }

    @Test
    void doesNotMindWhatIsNotDeclared() throws IOException {
        assertThat(problems(
                        ITEM, ITEM.replace("public static Item find", "public void more() {} public static Item find")))
                .isEmpty();
    }

    @Test
    void findsAMissingClass() throws IOException {
        assertThat(Compiled.of(folder, List.of(ITEM), List.of(), List.of()).apiProblems())
                .containsExactly("lib.Item: does not exist");
    }

    @Test
    void findsAnotherKind() throws IOException {
        assertThat(problems("package lib; public class Item {}", "package lib; public interface Item {}"))
                .contains("lib.Item: is declared plain but is abstract interface");
    }

    @Test
    void findsMissingSupertypes() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("extends java.util.ArrayList<String> implements Cloneable", "")))
                .containsExactly(
                        "lib.Item: is no subtype of java.util.ArrayList",
                        "lib.Item: is no subtype of java.lang.Cloneable");
    }

    @Test
    void findsAnotherDescriptor() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("static Item find", "static Object find")))
                .containsExactly("lib.Item.find: ()Llib.Item; does not exist");
    }

    @Test
    void findsAnotherConstructor() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("Item(String name)", "Item(CharSequence name)")))
                .containsExactly("lib.Item.<init>: (Ljava.lang.String;)V does not exist");
    }

    @Test
    void findsAnotherAccess() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("protected abstract void load", "public abstract void load")))
                .containsExactly("lib.Item.load: has another access");
    }

    @Test
    void findsAMethodThatIsNotAbstract() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("abstract void load();", "final void load() {}")))
                .containsExactly("lib.Item.load: is declared abstract but is final");
    }

    @Test
    void findsOtherExceptions() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("throws java.io.IOException", "throws InterruptedException")))
                .containsExactly("lib.Item.find: throws [java.lang.InterruptedException]");
    }

    @Test
    void findsAnotherConstantValue() throws IOException {
        assertThat(problems(ITEM, ITEM.replace("LIMIT = 7", "LIMIT = 8")))
                .containsExactly("lib.Item.LIMIT: has the constant value Optional[8]");
    }

    private List<String> problems(String declared, String real) throws IOException {
        return Compiled.of(folder, List.of(declared), List.of(real), List.of()).apiProblems();
    }
}
