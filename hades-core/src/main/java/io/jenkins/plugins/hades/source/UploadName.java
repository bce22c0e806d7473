package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** What people call an archive. It names no file: it is shown in logs and pages, and given to the build. */
final class UploadName {
    private static final int LONGEST = 200;

    private UploadName() {}

    /**
     * The name, if it is one.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when it is empty, a path, too long, or has characters that do not print
     */
    static String of(String name) {
        boolean prints = name.codePoints()
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || c == '\uFFFD'
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (name.isBlank() || name.length() > LONGEST || name.contains("/") || name.contains("\\") || !prints) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Naming the archive",
                    "its name is empty, a path, longer than " + LONGEST + " characters, or has some that do not print",
                    "Give its file name, such as app.tar.gz");
        }
        return name;
    }
}
