package redline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.casefile.LetterEntry;
import redline.casefile.LetterEntry.Article;
import redline.casefile.LetterEntry.Incorporated;
import redline.casefile.LetterEntry.Value;
import redline.intake.ItemForm;
import redline.scheme.ConditionLine.Item;

/**
 * The entry form of a letter as typed: field names are the paths that complaints name ({@code articles[1].values[2].value}), counted
 * from 1. Rows are added and taken away by {@code act}.
 */
record LetterForm(Map<String, String> typed) {
    /** More than any letter has; a form beyond is cut there. */
    private static final int MOST = 200;

    LetterForm {
        Map<String, String> kept = new TreeMap<>();
        typed.forEach((name, text) -> kept.put(name, text.replace("\r\n", "\n").strip()));
        typed = kept;
    }

    private String text(String name) {
        return typed.getOrDefault(name, "");
    }

    /** As it is shown again: empty rows stay. */
    LetterEntry entry() {
        List<Article> articles = new ArrayList<>();
        for (int i = 1; i <= MOST && typed.containsKey("articles[" + i + "].number"); i++) {
            articles.add(article("articles[" + i + "]"));
        }
        List<Incorporated> incorporates = new ArrayList<>();
        for (int i = 1; i <= MOST && typed.containsKey("incorporates[" + i + "].pack"); i++) {
            Incorporated one =
                    new Incorporated(text("incorporates[" + i + "].pack"), text("incorporates[" + i + "].sentence"));
            if (!one.pack().isEmpty() || !one.sentence().isEmpty()) {
                incorporates.add(one);
            }
        }
        String complete = text("complete");
        return new LetterEntry(
                text("title"),
                text("number"),
                text("announcementNo"),
                text("reserveNo"),
                text("parcelName"),
                text("parcelCode"),
                text("project"),
                text("issued"),
                List.of("OFFICIAL", "SECONDARY", "EXAMPLE").contains(text("grade")) ? text("grade") : "UNCONFIRMED",
                complete.isEmpty() ? null : Boolean.valueOf(complete),
                text("completeSentence"),
                typed.containsKey("incorporatesKnown"),
                incorporates,
                articles);
    }

    private Article article(String path) {
        List<Value> values = new ArrayList<>();
        for (int j = 1; j <= MOST && typed.containsKey(path + ".values[" + j + "].item"); j++) {
            values.add(value(path + ".values[" + j + "]."));
        }
        return new Article(text(path + ".number"), text(path + ".text"), values);
    }

    private Value value(String path) {
        String item = text(path + "item");
        List<String> narrowing = qualifiers(item);
        return new Value(
                item,
                text(path + "comparator"),
                text(path + "value"),
                text(path + "zone"),
                narrowing.contains("side") ? text(path + "side") : "",
                narrowing.contains("beyond") ? text(path + "beyond") : "",
                narrowing.contains("heightClass") ? text(path + "heightClass") : "",
                narrowing.contains("use") ? text(path + "use") : "",
                narrowing.contains("facility") ? text(path + "facility") : "");
    }

    static List<String> qualifiers(String item) {
        for (Item known : Item.values()) {
            if (known.name().equals(item)) {
                return ItemForm.of(known).qualifiers();
            }
        }
        return List.of();
    }

    /** What is kept: articles in which something was typed. */
    static LetterEntry withoutEmpty(LetterEntry entry) {
        return with(
                entry,
                entry.articles().stream()
                        .filter(article ->
                                !article.number().isEmpty() || !article.text().isEmpty() || !article.byHand())
                        .toList());
    }

    /**
     * Another row, or one less: {@code add}, {@code add-3} (a value to article 3), {@code drop-3}, {@code drop-3-1}. What is no such
     * act changes nothing.
     */
    static LetterEntry after(LetterEntry entry, String act) {
        String[] parts = act.split("-", 3);
        List<Article> articles = new ArrayList<>(entry.articles());
        int article = parts.length > 1 && parts[1].matches("\\d{1,4}") ? Integer.parseInt(parts[1]) : 0;
        int value = parts.length > 2 && parts[2].matches("\\d{1,4}") ? Integer.parseInt(parts[2]) : 0;
        boolean there = article >= 1 && article <= articles.size();
        if (act.equals("add") && articles.size() < MOST) {
            articles.add(new Article("", "", List.of()));
        } else if (there && parts[0].equals("add")) {
            Article old = articles.get(article - 1);
            List<Value> values = new ArrayList<>(old.values());
            values.add(Value.of("", "", "", ""));
            articles.set(article - 1, new Article(old.number(), old.text(), List.copyOf(values)));
        } else if (there && parts[0].equals("drop") && value == 0) {
            articles.remove(article - 1);
        } else if (there && parts[0].equals("drop")) {
            Article old = articles.get(article - 1);
            List<Value> values = new ArrayList<>(old.values());
            if (value <= values.size()) {
                values.remove(value - 1);
            }
            articles.set(article - 1, new Article(old.number(), old.text(), List.copyOf(values)));
        }
        return with(entry, articles);
    }

    private static LetterEntry with(LetterEntry e, List<Article> articles) {
        return new LetterEntry(
                e.title(),
                e.number(),
                e.announcementNo(),
                e.reserveNo(),
                e.parcelName(),
                e.parcelCode(),
                e.project(),
                e.issued(),
                e.grade(),
                e.complete(),
                e.completeSentence(),
                e.incorporatesKnown(),
                e.incorporates(),
                List.copyOf(articles));
    }
}
