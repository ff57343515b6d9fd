package redline.rulepack;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences that are nearest to a line that is none. */
final class NearestSentences {
    private static final int MOST = 3;
    private static final int LONGEST = 120;

    private final SentenceTable table;
    private final SentenceWords words;

    /** Every sentence of a fact without its slots: the table is large, and a hostile file asks for it at every line. */
    private volatile Map<String, String> elements;

    NearestSentences(SentenceWords words) {
        this.table = new SentenceTable(words);
        this.words = words;
    }

    /** @param stopped how far the line was read: where that is inside a pattern, its other conditions are taken as they are */
    List<String> to(String text, SentenceParser stopped, SentenceFile.Place place) {
        FactType within = place == SentenceFile.Place.LEFT ? stopped.within() : null;
        if (within != null) {
            String clause = text.substring(Math.min(stopped.clause(), text.length()));
            int end = clause.indexOf('，');
            List<String> forms = table.conditions(within).stream()
                    .map(SentenceTable.Form::said)
                    .toList();
            return nearest(end < 0 ? clause : clause.substring(0, end), plain(forms)).stream()
                    .map(form -> (within.isRow() ? words.head(within) + "〔…〕" : words.head(within)) + "：" + form)
                    .toList();
        }
        return switch (place) {
            case OUTSIDE -> List.of("规则" + SentenceTable.TEXT);
            case NAMED -> List.of("当");
            case LEFT -> nearest(text, elements());
            case RIGHT -> nearest(text, plain(table.verbs()));
            case SAID -> List.of("完");
        };
    }

    private Map<String, String> elements() {
        Map<String, String> known = elements;
        if (known == null) {
            known = plain(table.elements());
            elements = known;
        }
        return known;
    }

    private static Map<String, String> plain(Collection<String> sentences) {
        return sentences.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(sentence -> sentence, NearestSentences::plain));
    }

    /** {@code sentences}: with what is compared of each. */
    private static List<String> nearest(String text, Map<String, String> sentences) {
        String sought = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        record Near(String sentence, int distance) {}
        return sentences.entrySet().stream()
                .map(one -> new Near(one.getKey(), apart(sought, one.getValue())))
                .sorted(Comparator.comparing(Near::distance).thenComparing(Near::sentence))
                .limit(MOST)
                .map(Near::sentence)
                .toList();
    }

    /** How many characters are in one of the two only, their order kept. */
    private static int apart(String a, String b) {
        int[] common = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = common[j];
                common[j] = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, common[j - 1]);
                diagonal = above;
            }
        }
        return a.length() + b.length() - 2 * common[b.length()];
    }

    /** Without blanks and without what stands in slots. */
    private static String plain(String text) {
        return text.replaceAll("“[^”]*”?", "“")
                .replaceAll("「[^」]*」?", "「")
                .replaceAll("[0-9.]+", "「")
                .replaceAll("\\s+", "");
    }
}
