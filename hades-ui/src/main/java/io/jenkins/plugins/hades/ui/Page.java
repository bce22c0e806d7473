package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.ui.web.Languages;
import java.util.List;
import org.kohsuke.stapler.Stapler;

/**
 * A page of Hades: a shell that says to the scripts which page it is and where the API is. It holds nothing else; whether there is what its address
 * names, and whether the user may see it, is for the API to say.
 */
public abstract class Page {
    Page() {}

    /** Which page: the name of its script. */
    public abstract String getKind();

    /** The title of the browser's window. */
    public abstract String getTitle();

    /** The UUID of the project that it shows; empty if it shows none. */
    public String getProject() {
        return "";
    }

    /** The UUID of the environment that it shows; empty if it shows none. */
    public String getEnvironment() {
        return "";
    }

    /** The areas beside the projects, as names of their pages, with a blank between two. */
    public final String getAreas() {
        return AreaPage.NAMES;
    }

    /** The language of its texts. */
    public String getLanguage() {
        return Languages.of(List.of(Stapler.getCurrentRequest2().getLocale()));
    }
}
