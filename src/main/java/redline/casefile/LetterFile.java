package redline.casefile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.ItemForm;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Text;
import redline.scheme.ConditionLine.Item;
import redline.scheme.Dates;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A letter as the conditions file that the scheme reader takes: one reader, one set of rules and complaints. Same letter, same bytes. */
final class LetterFile {
    private static final String LETTER = "letter";
    private static final String PARCEL = "P";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern BARE = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern LISTED = Pattern.compile("[,，、;；\\s]+");
    private static final Pattern LINE = Pattern.compile(".*\\.lines\\[(\\d+)-(\\d+)[ab]?\\](?:\\.(\\w+).*)?");
    private static final Pattern ARTICLE = Pattern.compile(".*\\.articles\\[(.*)\\](?:\\.(\\w+))?");
    private static final Pattern INCORPORATED = Pattern.compile(".*\\.incorporates\\[(\\d+)\\](?:\\.(\\w+))?");
    private static final Pattern OF_LETTER = Pattern.compile("conditions\\[" + LETTER + "\\]\\.(\\w+)");

    private LetterFile() {}

    /**
     * @param grade as the file states it
     * @param id of the letter in the file
     * @param parcel its id in the scheme that the file goes with, empty where the scheme has only one without zones
     */
    static Source of(LetterEntry entry, String grade, String id, String parcel) {
        ObjectNode letter = NODES.objectNode();
        letter.put("id", id);
        put(letter, "parcel", parcel);
        put(letter, "number", entry.number());
        put(letter, "issued", entry.issued());
        letter.put("grade", grade);
        if (entry.complete() != null) {
            letter.put("complete", entry.complete().booleanValue());
        }
        if (entry.incorporatesKnown()) {
            ArrayNode incorporates = letter.putArray("incorporates");
            entry.incorporates().forEach(one -> {
                ObjectNode incorporated = incorporates.addObject();
                put(incorporated, "pack", one.pack());
                put(incorporated, "sentence", one.sentence());
            });
        }
        ArrayNode lines = letter.putArray("lines");
        ArrayNode articles = letter.putArray("articles");
        for (int i = 0; i < entry.articles().size(); i++) {
            LetterEntry.Article article = entry.articles().get(i);
            ObjectNode text = articles.addObject();
            put(text, "id", article.number());
            put(text, "text", article.text());
            for (int j = 0; j < article.values().size(); j++) {
                value(lines, (i + 1) + "-" + (j + 1), article, article.values().get(j), parcel);
            }
        }
        ObjectNode file = NODES.objectNode();
        file.put("redline", 1);
        file.putArray("conditions").add(letter);
        byte[] bytes = (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return new Source(entry.number().isEmpty() ? "规划条件.json" : "规划条件 " + entry.number() + ".json", bytes);
    }

    private static void value(
            ArrayNode lines, String id, LetterEntry.Article article, LetterEntry.Value value, String parcel) {
        switch (value.comparator()) {
            case "EQUAL" -> {
                line(lines, id + "a", article, value, parcel, "min");
                line(lines, id + "b", article, value, parcel, "max");
            }
            case "MIN" -> line(lines, id, article, value, parcel, "min");
            case "MAX" -> line(lines, id, article, value, parcel, "max");
            case "ONE_OF" -> line(lines, id, article, value, parcel, "oneOf");
            default -> line(lines, id, article, value, parcel, "");
        }
    }

    private static void line(
            ArrayNode lines,
            String id,
            LetterEntry.Article article,
            LetterEntry.Value value,
            String parcel,
            String bound) {
        ObjectNode line = lines.addObject();
        line.put("id", id);
        put(line, "article", article.number());
        put(line, "site", value.zone().isEmpty() ? parcel : value.zone());
        put(line, "item", value.item());
        if (bound.equals("oneOf")) {
            ArrayNode words = line.putArray("oneOf");
            LISTED.splitAsStream(value.value()).filter(word -> !word.isEmpty()).forEach(words::add);
        } else if (!bound.isEmpty()) {
            line.put(bound, number(value));
        }
        if (!value.side().isEmpty()) {
            ArrayNode sides = line.putArray("side");
            LISTED.splitAsStream(value.side()).filter(side -> !side.isEmpty()).forEach(sides::add);
        }
        put(line, "beyond", value.beyond());
        put(line, "heightClass", value.heightClass());
        put(line, "use", value.use());
        put(line, "facility", value.facility());
    }

    /** As typed, with the unit of its item where a bare number was typed. */
    private static String number(LetterEntry.Value value) {
        String unit = unit(value.item());
        return BARE.matcher(value.value()).matches() && !unit.isEmpty() ? value.value() + " " + unit : value.value();
    }

    static String unit(String item) {
        return form(item).map(ItemForm::unit).orElse("");
    }

    static List<String> qualifiers(String item) {
        return form(item).map(ItemForm::qualifiers).orElse(List.of());
    }

    private static Optional<ItemForm> form(String item) {
        return Stream.of(Item.values())
                .filter(known -> known.name().equals(item))
                .map(ItemForm::of)
                .findFirst();
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    /**
     * What is wrong with a letter, in the reader's own words where the reader says it.
     *
     * @return by field: {@code number}, {@code articles[1].text}, {@code articles[1].values[2].value}, counted from 1
     */
    static List<LetterComplaint> complaints(LetterEntry entry) {
        List<LetterComplaint> all = new ArrayList<>(LetterComplaint.missing(entry));
        Intake read = SchemeReader.readWith(
                site(entry), of(entry, "UNCONFIRMED", LETTER, PARCEL), Dates.allOn(LocalDate.EPOCH));
        if (read instanceof Intake.Refused refused) {
            refused.complaints().forEach(complaint -> {
                LetterComplaint one =
                        new LetterComplaint(field(entry, complaint), complaint.what(), complaint.remedy());
                if (all.stream().noneMatch(known -> known.field().equals(one.field()))) {
                    all.add(one);
                }
            });
        }
        return List.copyOf(all);
    }

    /** A scheme that is nothing but the parcel and the zones that the letter names. */
    private static Source site(LetterEntry entry) {
        ObjectNode scheme = NODES.objectNode();
        scheme.put("redline", 1);
        scheme.put("name", "site");
        scheme.put("basis", "table");
        ObjectNode parcel = scheme.putArray("parcels").addObject();
        parcel.put("id", PARCEL);
        ArrayNode zones = parcel.putArray("zones");
        TreeSet<String> named = new TreeSet<>();
        entry.articles().forEach(article -> article.values().forEach(value -> named.add(value.zone())));
        named.remove("");
        named.remove(PARCEL);
        named.forEach(zone -> zones.addObject().put("id", zone));
        return new Source("site.json", JSON.writeValueAsBytes(scheme));
    }

    /** The reader names an article by its number, or by its place where it has none; of two with one number the second is wrong. */
    private static int position(LetterEntry entry, String named) {
        int position = 0;
        for (int i = 0; i < entry.articles().size(); i++) {
            if (entry.articles().get(i).number().equals(named)) {
                position = i + 1;
            }
        }
        return position > 0 ? position : named.matches("\\d{1,4}") ? Integer.parseInt(named) : 1;
    }

    private static String field(LetterEntry entry, Complaint complaint) {
        String element = complaint.element() == null ? "" : complaint.element();
        Matcher line = LINE.matcher(element);
        if (line.matches()) {
            String value = "articles[" + line.group(1) + "].values[" + line.group(2) + "]";
            return value + (line.group(3) == null ? ".item" : "." + cell(line.group(3)));
        }
        Matcher article = ARTICLE.matcher(element);
        if (article.matches()) {
            String key = "text".equals(article.group(2)) ? "text" : "number";
            return "articles[" + position(entry, article.group(1)) + "]." + key;
        }
        Matcher incorporated = INCORPORATED.matcher(element);
        if (incorporated.matches()) {
            String key = incorporated.group(2) == null ? "pack" : incorporated.group(2);
            return "incorporates[" + incorporated.group(1) + "]." + key;
        }
        Matcher letter = OF_LETTER.matcher(element);
        return letter.matches() ? letter.group(1) : "articles";
    }

    private static String cell(String key) {
        return switch (key) {
            case "min", "max", "oneOf" -> "value";
            case "site" -> "zone";
            default -> key;
        };
    }

    /** A complaint about the whole, said by us. */
    static LetterComplaint complaint(String field, String zh, String en, String remedyZh, String remedyEn) {
        return new LetterComplaint(field, new Text(zh, en), new Text(remedyZh, remedyEn));
    }
}
