package io.jenkins.plugins.hades.oplog;

/** Decides where a part of a log ends. */
final class LogPart {
    private LogPart() {}

    /** How many of the bytes are whole lines; all of them if nothing more comes. */
    static int length(byte[] bytes, boolean last) {
        int length = bytes.length;
        while (!last && length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    /** How many of the bytes, which are a part of a line, are whole characters of UTF-8; all of them if not even one is. */
    static int wholeCharacters(byte[] bytes) {
        int begin = bytes.length - 1;
        while (begin > 0 && (bytes[begin] & 0xC0) == 0x80) {
            begin--;
        }
        boolean complete = begin + characterLength(bytes[begin]) <= bytes.length;
        return complete || begin == 0 ? bytes.length : begin;
    }

    private static int characterLength(byte first) {
        int octet = first & 0xFF;
        if (octet >= 0xF0) {
            return 4;
        }
        if (octet >= 0xE0) {
            return 3;
        }
        return octet >= 0xC0 ? 2 : 1;
    }
}
