package redline.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import redline.policy.BookView.SeenRule;
import redline.report.CataloguePage;
import redline.rulepack.Catalogue;
import redline.rulepack.RuleEntry;

/** Finds rules by clause, term, number or name, and says where each word was found. */
final class RuleSearch {
    private final List<Needle> words;

    /** What each place holds of the words, by their number. */
    private final Map<Hit, BitSet> places = new LinkedHashMap<>();

    private RuleSearch(List<Needle> words) {
        this.words = words;
    }

    /** Where something is found; each has its word in {@code office.properties}. */
    enum Where {
        PACK,
        NAME,
        ID,
        VALUE,
        CLAUSE,
        NOTE,
        ROW,
        PROSE,
        LETTER
    }

    /** @param text of the place, whole */
    record Hit(Where where, String text) {}

    /**
     * All rules in which every word is found, some of them perhaps in the names of their pack.
     *
     * @return by rule id, in the order of the book
     */
    static Map<String, List<Hit>> find(String typed, BookView book) {
        List<Needle> words = Needle.of(typed);
        Map<String, List<Hit>> found = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            book.rules().forEach((id, rule) -> {
                RuleSearch search = new RuleSearch(words);
                search.rule(rule, book);
                List<Hit> hits = search.hits();
                if (!hits.isEmpty()) {
                    found.put(id, hits);
                }
            });
        }
        return found;
    }

    /** First those that together hold every word, with many words before few; none where a word is nowhere. */
    private List<Hit> hits() {
        List<Hit> byWords = places.keySet().stream()
                .sorted(Comparator.comparing((Hit hit) -> -places.get(hit).cardinality()))
                .toList();
        BitSet held = new BitSet();
        List<Hit> first = new ArrayList<>();
        for (Hit hit : byWords) {
            BitSet more = (BitSet) places.get(hit).clone();
            more.andNot(held);
            if (!more.isEmpty()) {
                first.add(hit);
                held.or(more);
            }
        }
        if (held.cardinality() < words.size()) {
            return List.of();
        }
        byWords.stream().filter(hit -> !first.contains(hit)).forEach(first::add);
        return List.copyOf(first);
    }

    private void rule(SeenRule rule, BookView book) {
        CataloguePage.Rule said = rule.said();
        look(Where.NAME, said.title(), said.title(), said.otherTitle());
        look(Where.ID, said.id(), said.id());
        for (RuleEntry.Parameter parameter : rule.entry().parameters()) {
            look(
                    Where.VALUE,
                    book.words().of(parameter.title()),
                    parameter.title().zh(),
                    parameter.title().en(),
                    parameter.name());
        }
        said.values().forEach(this::value);
        for (int i = 0; i < said.tables().size(); i++) {
            table(said.tables().get(i), rule.entry().tables().get(i).columns());
        }
        for (CataloguePage.Section section : said.prose()) {
            section.paragraphs().stream()
                    .flatMap(paragraph -> List.of(paragraph.split("(?<=[。；;])")).stream())
                    .forEach(sentence -> look(Where.PROSE, section.heading() + " · " + sentence, sentence));
        }
        look(Where.LETTER, said.letter(), said.letter());
        pack(rule.pack(), book);
    }

    private void pack(Catalogue.PackEntry pack, BookView book) {
        String title = book.words().of(pack.title());
        look(
                Where.PACK,
                pack.documentNumber().isEmpty() ? title : title + " · " + pack.documentNumber(),
                pack.title().zh(),
                pack.title().en(),
                pack.documentNumber(),
                pack.id());
    }

    private void value(CataloguePage.ValueRow row) {
        String shown = row.title() + " " + row.value();
        String value = Needle.plain(row.value());
        note(Where.VALUE, shown, word -> word.inValue(value));
        look(Where.CLAUSE, row.source() + " · " + shown, row.source());
        look(Where.NOTE, row.note() + " · " + shown, row.note());
    }

    /** Of a row the last cell is the source, the one before it the dates. */
    private void table(CataloguePage.Table table, List<RuleEntry.Column> columns) {
        for (List<String> row : table.rows()) {
            String source = Needle.plain(row.get(row.size() - 1));
            List<String> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                values.add(Needle.plain(row.get(i) + columns.get(i).unit()));
            }
            note(
                    Where.ROW,
                    table.title() + " · " + String.join(" | ", row),
                    word -> word.in(source) || values.stream().anyMatch(word::inValue));
        }
    }

    private void look(Where where, String shown, String... texts) {
        List<String> plain = List.of(texts).stream().map(Needle::plain).toList();
        note(where, shown, word -> plain.stream().anyMatch(word::in));
    }

    private void note(Where where, String shown, Predicate<Needle> in) {
        for (int i = 0; i < words.size(); i++) {
            if (in.test(words.get(i))) {
                places.computeIfAbsent(new Hit(where, shown), hit -> new BitSet())
                        .set(i);
            }
        }
    }
}
