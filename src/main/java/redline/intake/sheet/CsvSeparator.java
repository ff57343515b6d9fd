package redline.intake.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the fields of a CSV text: comma, semicolon or tab, whichever divides most of its first records alike.
 *
 * @param stated the length of a first line {@code sep=;}, which Excel understands; 0 where there is none
 * @param unsure none of them occurs
 */
record CsvSeparator(char sign, int stated, boolean unsure) {
    private static final char[] SIGNS = {',', '\t', ';'};
    private static final int RECORDS = 30;
    /** Characters looked at. */
    private static final int LOOK = 64 * 1024;

    private static final Pattern STATED = Pattern.compile("sep=([,;\t])\\r?\\n?");

    static CsvSeparator of(String text) {
        Matcher stated = STATED.matcher(text).region(0, Math.min(text.length(), 8));
        if (stated.lookingAt()) {
            return new CsvSeparator(stated.group(1).charAt(0), stated.end(), false);
        }
        String start = text.substring(0, Math.min(text.length(), LOOK));
        char best = ',';
        long most = 0;
        for (char sign : SIGNS) {
            long score = score(start, sign);
            if (score > most) {
                most = score;
                best = sign;
            }
        }
        return new CsvSeparator(best, 0, most == 0);
    }

    /** How often the record in the middle is divided, before how many are divided at all. */
    private static long score(String text, char sign) {
        List<Integer> divisions = divisions(text, sign);
        Collections.sort(divisions);
        long divided = divisions.stream().filter(count -> count > 0).count();
        return divisions.isEmpty() ? 0 : divisions.get(divisions.size() / 2) * 1000L + divided;
    }

    private static List<Integer> divisions(String text, char sign) {
        List<Integer> divisions = new ArrayList<>();
        CsvRecords records = new CsvRecords(text, sign);
        for (List<String> one = records.next(); one != null && divisions.size() < RECORDS; one = records.next()) {
            if (one.size() > 1 || !one.get(0).isBlank()) {
                divisions.add(one.size() - 1);
            }
        }
        return divisions;
    }

    /** At least three records, all divided into the same number of fields, three or more, and no other language of data. */
    static boolean plainlyATable(String start) {
        String text = start.strip();
        if (text.isEmpty() || "{[<%#".indexOf(text.charAt(0)) >= 0 || text.startsWith("ISO-10303")) {
            return false;
        }
        for (char sign : SIGNS) {
            List<Integer> divisions = divisions(start, sign);
            if (start.length() >= 4000 && divisions.size() > 1) {
                divisions.remove(divisions.size() - 1); // the last one looked at may be cut off
            }
            if (divisions.size() >= 3
                    && divisions.get(0) >= 2
                    && divisions.stream().distinct().count() == 1) {
                return true;
            }
        }
        return false;
    }

    String rest(String text) {
        return text.substring(stated);
    }

    String name() {
        return switch (sign) {
            case '\t' -> "tab";
            case ';' -> ";";
            default -> ",";
        };
    }
}
