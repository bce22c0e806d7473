package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Item;
import hudson.model.ItemGroup;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The projects that a build reaches: those bound to its own item or to a folder above it. A build runs as SYSTEM, so this is all that keeps it from
 * other projects; whether a project exists elsewhere is never told.
 */
public final class ReachableProjects {
    private final Item item;

    /** @param item the build's job */
    public ReachableProjects(Item item) {
        this.item = item;
    }

    /** The projects, the nearest first. */
    public List<BoundProject> all() {
        List<BoundProject> found = new ArrayList<>();
        Object place = item;
        while (place instanceof Item here) {
            BoundProject.of(here).ifPresent(found::add);
            ItemGroup<? extends Item> above = here.getParent();
            place = above;
        }
        return List.copyOf(found);
    }

    /**
     * The project that is meant.
     *
     * @param name the full name or the name of the item that it is bound to; empty where only one can be meant
     * @throws HadesException of kind {@code NOT_FOUND} when none is, {@code BAD_INPUT} when several can be
     */
    public BoundProject choose(Optional<String> name) {
        List<BoundProject> all = all();
        List<BoundProject> meant = name.map(asked -> named(all, asked)).orElse(all);
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String doing =
                "Looking for " + name.map(asked -> "project \"" + asked + "\"").orElse("the project") + " of job "
                        + item.getFullName();
        if (meant.isEmpty()) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    doing,
                    name.isPresent() && !all.isEmpty()
                            ? "a build reaches only projects bound to its own job or to a folder above it; these are: "
                                    + names(all)
                            : "no project is bound to the job or to a folder above it",
                    "Bind the project there: in the item's configuration, under \"Hades project\"");
        }
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                doing,
                "several can be meant: " + names(meant),
                "Name one of these as the project");
    }

    private static List<BoundProject> named(List<BoundProject> all, String asked) {
        List<BoundProject> exact = all.stream()
                .filter(bound -> bound.item().getFullName().equals(asked))
                .toList();
        return exact.isEmpty()
                ? all.stream()
                        .filter(bound -> bound.item().getName().equals(asked))
                        .toList()
                : exact;
    }

    private static String names(List<BoundProject> projects) {
        return projects.stream().map(bound -> bound.item().getFullName()).collect(Collectors.joining(", "));
    }
}
