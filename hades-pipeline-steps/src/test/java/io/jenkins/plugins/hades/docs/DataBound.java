package io.jenkins.plugins.hades.docs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What can be said of a describable in a Jenkinsfile and in Configuration as Code, read as Jenkins reads it. */
final class DataBound {
    private DataBound() {}

    /** The names of a class' properties: its constructor's parameters and its setters. */
    static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                for (Parameter parameter : constructor.getParameters()) {
                    names.add(parameter.getName());
                }
            }
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String name = method.getName().substring("set".length());
                names.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
            }
        }
        return names;
    }

    /** The word that stands for a describable: the symbol of its descriptor. */
    static String symbol(Class<?> type) {
        for (Class<?> inner : type.getDeclaredClasses()) {
            Symbol symbol = inner.getAnnotation(Symbol.class);
            if (symbol != null) {
                return symbol.value()[0];
            }
        }
        throw new IllegalArgumentException(type + " has no descriptor with a symbol");
    }
}
