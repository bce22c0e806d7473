package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a repository, in a form that is allowed: {@code https://host/path}, {@code http://host/path}, {@code ssh://user@host/path},
 * {@code user@host:path}, and, only where it is switched on for tests and local use, {@code file:///path} or an absolute path. It holds no
 * password, no token and no user for HTTP.
 *
 * @param scheme how it is reached
 * @param text the address as Git takes it
 * @param host the host, with its port if the address names one; empty for a local repository
 */
public record GitUrl(Scheme scheme, String text, String host) {
    private static final int LONGEST = 2000;
    private static final String HOST = "(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])";
    /** Neither spaces and controls, nor what turns the direction of reading or is not seen, nor what begins a query. */
    private static final String PATH = "[^\\s\\p{Cntrl}\\p{Cf}?#\\\\]";

    private static final Pattern WEB = Pattern.compile("(https?)://(" + HOST + "(?::[0-9]{1,5})?)(/" + PATH + "+)");
    private static final Pattern SSH =
            Pattern.compile("ssh://(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?(" + HOST + "(?::[0-9]{1,5})?)(/" + PATH + "+)");
    private static final Pattern SCP =
            Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?(" + HOST + "):((?!-|//)(?:(?!:)" + PATH + ")+)");
    private static final Pattern LOCAL = Pattern.compile("(?:file://)?(/[^\\u0000-\\u001f\\u007f]*)");
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");

    /** How a repository is reached. */
    public enum Scheme {
        /** Over TLS. */
        HTTPS,
        /** Without encryption: only for public repositories. */
        HTTP,
        /** Over SSH. */
        SSH,
        /** In a folder of the server. */
        LOCAL
    }

    /**
     * Reads an address.
     *
     * @param local whether a repository in a folder of the server is allowed
     * @throws HadesException of kind {@code BAD_INPUT} when it is of no allowed form
     */
    public static GitUrl of(String text, boolean local) {
        if (text.length() <= LONGEST) {
            Matcher web = WEB.matcher(text);
            if (web.matches()) {
                Scheme scheme = Scheme.valueOf(web.group(1).toUpperCase(Locale.ROOT));
                return new GitUrl(scheme, text, web.group(2).toLowerCase(Locale.ROOT));
            }
            Matcher ssh = SSH.matcher(text);
            if (ssh.matches()) {
                return new GitUrl(Scheme.SSH, text, ssh.group(1).toLowerCase(Locale.ROOT));
            }
            if (local && LOCAL.matcher(text).matches()) {
                return new GitUrl(Scheme.LOCAL, text, "");
            }
            Matcher scp = SCP.matcher(text);
            if (scp.matches() && !text.contains("::")) {
                return new GitUrl(Scheme.SSH, text, scp.group(1).toLowerCase(Locale.ROOT));
            }
        }
        throw refused(text);
    }

    /** An address that is not allowed, or not known to be, as it may be shown: without what may be a secret in it. */
    public static String shown(String text) {
        String clean = text.codePoints()
                .limit(300)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return USER_INFO.matcher(clean).replaceAll("//…@");
    }

    /** Whether both are reached in the same way at the same host and port, so that one login fits both. */
    public boolean isSameHost(GitUrl other) {
        return scheme == other.scheme && host.equals(other.host);
    }

    /**
     * The address that a submodule of this repository names: its own, or, when it begins with {@code ./} or {@code ../}, one beside this
     * repository.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when that is of no allowed form, or leads out of the host
     */
    public GitUrl submodule(String url) {
        boolean local = scheme == Scheme.LOCAL;
        if (!url.startsWith("./") && !url.startsWith("../")) {
            return of(url, local);
        }
        int start = pathStart();
        List<String> parts = new ArrayList<>(Arrays.stream(text.substring(start).split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList());
        for (String part : url.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    throw refused(url);
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return of(text.substring(0, start) + String.join("/", parts), local);
    }

    /** Where the part below the host begins; a leading slash belongs to what stands before. */
    private int pathStart() {
        if (scheme == Scheme.LOCAL) {
            return text.indexOf('/', text.startsWith("file://") ? 7 : 0) + 1;
        }
        int authority = text.indexOf("://");
        return authority >= 0 ? text.indexOf('/', authority + 3) + 1 : scpPath();
    }

    private int scpPath() {
        int path = text.indexOf(':', Math.max(0, text.indexOf(']'))) + 1;
        return text.startsWith("/", path) ? path + 1 : path;
    }

    private static HadesException refused(String text) {
        boolean secret = USER_INFO.matcher(text).find() && !text.startsWith("ssh://");
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading the address of a Git repository, \"" + shown(text) + "\"",
                secret
                        ? "a user, password or token does not belong into an address, where others can read it"
                        : "it is of no form that is allowed",
                secret
                        ? "Take it out of the address, and give it as the login of the Git host"
                        : "Use https://host/path, ssh://git@host/path or git@host:path");
    }

    @Override
    public String toString() {
        return text;
    }
}
