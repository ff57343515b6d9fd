package redline.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the ids of rules in a sentence, so that a page can lead to them. Ids that are words of English as well (far, green) are meant
 * only between brackets or before a colon.
 */
final class RuleLinks {
    private static final String BEFORE = "(?<![A-Za-z0-9/-])";
    private static final String AFTER = "(?![A-Za-z0-9/-])";

    private final Pattern ids;

    /** @param known ids, but the one of the page itself */
    RuleLinks(Collection<String> known) {
        List<String> longestFirst = known.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String joined = alternatives(longestFirst, true);
        String plain = alternatives(longestFirst, false);
        this.ids = Pattern.compile(BEFORE + "(" + joined + ")" + AFTER + "|(?<=[(（:：;；、])(" + plain + ")(?=[)）:：;；、])");
    }

    /** @param rule id that it leads to, empty for plain text */
    record Part(String text, String rule) {}

    public List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = ids.matcher(text);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                parts.add(new Part(text.substring(end, found.start()), ""));
            }
            parts.add(new Part(found.group(), found.group()));
            end = found.end();
        }
        if (end < text.length()) {
            parts.add(new Part(text.substring(end), ""));
        }
        return parts;
    }

    private static String alternatives(List<String> ids, boolean joined) {
        String all = ids.stream()
                .filter(id -> id.contains("-") == joined)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // Nothing matches where there is none.
        return all.isEmpty() ? "(?!)" : all;
    }
}
