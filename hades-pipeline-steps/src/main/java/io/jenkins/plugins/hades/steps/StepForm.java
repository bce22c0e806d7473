package io.jenkins.plugins.hades.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.jenkins.project.ReachableProjects;
import io.jenkins.plugins.hades.model.Names;
import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;

/** What the forms of the steps have in common. */
final class StepForm {
    private StepForm() {}

    /** Turns a text area into the list that its lines are. */
    static JSONObject listed(JSONObject form, String field) {
        form.put(field, JSONArray.fromObject(Lines.of(form.optString(field))));
        return form;
    }

    /** The text of a text area from the list that its lines are, which may be {@code null}. */
    static String text(List<String> lines) {
        return lines == null ? "" : String.join("\n", lines);
    }

    /** Offers the projects that the job's builds reach. */
    static ListBoxModel projects(Item item, String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.StepForm_onlyOne(), "");
        if (item != null && item.hasPermission(Item.CONFIGURE)) {
            new ReachableProjects(item)
                    .all()
                    .forEach(bound -> choices.add(bound.item().getFullName()));
        }
        Fields.given(current)
                .filter(name -> choices.stream().noneMatch(choice -> choice.value.equals(name)))
                .ifPresent(choices::add);
        return choices;
    }

    static FormValidation checkEnvironment(Item item, String value) {
        return check(item, () -> Names.environment(Fields.given(value).orElse("")));
    }

    static FormValidation checkAssignments(Item item, String value) {
        return check(item, () -> Assignments.parse(Lines.of(value)));
    }

    static FormValidation checkNames(Item item, String value) {
        return check(item, () -> Lines.of(value).forEach(Names::variable));
    }

    static FormValidation checkName(Item item, String value) {
        return check(item, () -> Names.variable(Fields.given(value).orElse("")));
    }

    static FormValidation checkMinutes(Item item, String value) {
        permit(item);
        return Fields.given(value).isEmpty() ? FormValidation.ok() : FormValidation.validateNonNegativeInteger(value);
    }

    private static FormValidation check(Item item, Runnable reading) {
        permit(item);
        try {
            reading.run();
            return FormValidation.ok();
        } catch (HadesException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Whoever may read the job's configuration; on a page that belongs to no job, whoever may read Jenkins. */
    private static void permit(Item item) {
        if (item == null) {
            RunningJenkins.checkReadPermission();
        } else {
            item.checkPermission(Item.EXTENDED_READ);
        }
    }
}
