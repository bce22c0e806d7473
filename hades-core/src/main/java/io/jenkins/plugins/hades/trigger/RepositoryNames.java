package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.source.GitUrl;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Tells whether addresses mean the same repository, however they are written: over HTTPS or SSH, with {@code .git} or without, in any case. */
public final class RepositoryNames {
    private static final String SUFFIX = ".git";

    private RepositoryNames() {}

    /** Whether an address means the same repository as one of the others. */
    public static boolean same(String address, Collection<String> others) {
        Optional<String> name = name(address);
        return name.isPresent() && others.stream().map(RepositoryNames::name).anyMatch(name::equals);
    }

    /** Host and path; the port of an address over SSH is left out, as it is none of the repository's own. */
    private static Optional<String> name(String address) {
        GitUrl url;
        try {
            url = GitUrl.of(address, true);
        } catch (HadesException e) {
            return Optional.empty();
        }
        if (url.scheme() == GitUrl.Scheme.LOCAL) {
            return Optional.of(url.text());
        }
        boolean ssh = url.scheme() == GitUrl.Scheme.SSH;
        String host = ssh ? url.host().replaceFirst(":\\d+$", "") : url.host();
        return Optional.of(host + "/" + path(url).toLowerCase(Locale.ROOT));
    }

    private static String path(GitUrl url) {
        String text = url.text();
        int authority = text.indexOf("://");
        int begin = authority >= 0 ? text.indexOf('/', authority + 3) : text.indexOf(':', text.indexOf(']') + 1);
        String path = text.substring(begin + 1).replaceAll("^/+|/+$", "");
        return path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    }
}
