package redline.intake.sheet;

import java.util.ArrayList;
import java.util.List;

/** The records of a CSV text one after the other: RFC 4180, with any separator, and any ends of lines. */
final class CsvRecords {
    private final String text;
    private final char separator;
    private int at;
    private boolean unclosed;
    private boolean wide;

    CsvRecords(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Null at the end. */
    List<String> next() {
        if (at >= text.length()) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        while (true) {
            String field = field();
            if (fields.size() < SheetLimits.COLUMNS) {
                fields.add(field);
            } else {
                wide = true;
            }
            if (at >= text.length()) {
                return fields;
            }
            char c = text.charAt(at++);
            if (c == separator) {
                if (at >= text.length()) {
                    return fields;
                }
                continue;
            }
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return fields;
        }
    }

    /** A quote was opened and never closed. */
    boolean unclosed() {
        return unclosed;
    }

    /** A record has more fields than a sheet has columns; those beyond are left out. */
    boolean wide() {
        return wide;
    }

    /** Up to the separator or the end of the line, where {@code at} then stands. */
    private String field() {
        int blank = at;
        while (blank < text.length() && text.charAt(blank) == ' ') {
            blank++;
        }
        if (blank >= text.length() || text.charAt(blank) != '"') {
            return bare();
        }
        at = blank + 1;
        StringBuilder field = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.append(bare()).toString();
            }
        }
        unclosed = true;
        return field.toString();
    }

    private String bare() {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == separator || c == '\n' || c == '\r') {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }
}
