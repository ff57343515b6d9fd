package redline.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import redline.quantity.Text;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.ControlLine;
import redline.scheme.Letter;

/** Planning-conditions letters, bound by bound. */
final class ConditionsReader {
    private static final List<String> SIDES = withAny(Remedies.names(Compass.class));
    private static final List<String> HEIGHT_CLASSES = withAny(List.of("LOW", "MULTI", "HIGH"));
    private static final List<String> BEYOND = withAny(SiteLayers.BEYOND);
    private static final List<String> CONTROL_LINES = withAny(Remedies.names(ControlLine.Kind.class));
    private static final List<String> GRADES = List.of("OFFICIAL", "SECONDARY", "UNCONFIRMED", "EXAMPLE");
    /** Keys of a bound, in the order in which they are looked for. */
    private static final List<String> BOUNDS = List.of("min", "max", "oneOf");

    private final Sites sites;

    ConditionsReader(Sites sites) {
        this.sites = sites;
    }

    List<Letter> letters(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list("conditions", "letter", fields -> letter(fields, ids));
    }

    private Letter letter(Fields fields, Set<String> ids) {
        Set<String> lines = new HashSet<>();
        int[] count = {0};
        Set<String> numbers = new HashSet<>();
        return new Letter(
                fields.id(ids),
                sites.parcel(fields),
                fields.text("number"),
                fields.date("issued"),
                fields.word("grade", GRADES),
                fields.truth("complete"),
                fields.list("incorporates", "incorporation", ConditionsReader::incorporation),
                fields.list("lines", "line", line -> line(line, lines, String.valueOf(++count[0]))),
                fields.list(
                        "articles",
                        "article",
                        article -> new Letter.Article(article.id(numbers), article.text("text"))));
    }

    private static Letter.Incorporation incorporation(Fields fields) {
        Letter.Incorporation incorporation = new Letter.Incorporation(fields.text("pack"), fields.text("sentence"));
        fields.require("pack");
        fields.require("sentence");
        return incorporation;
    }

    private ConditionLine line(Fields fields, Set<String> ids, String ordinal) {
        String id = id(fields, ids, ordinal);
        Item item = fields.word("item", Item.class);
        LineForm form = item == null ? null : LineForm.of(item);
        Bound bound = bound(fields, item);
        return new ConditionLine(
                id,
                fields.text("article"),
                sites.site(fields),
                item,
                bound,
                value(fields, form, bound),
                terms(fields, item, bound),
                qualifier(fields, form, LineForm.SIDE, List.of(ConditionLine.ANY), fields.words("side", SIDES)),
                beyondOrFacility(fields, form, item),
                qualifier(
                        fields,
                        form,
                        LineForm.HEIGHT_CLASS,
                        ConditionLine.ANY,
                        fields.word("heightClass", HEIGHT_CLASSES)),
                qualifier(fields, form, LineForm.USE, ConditionLine.ANY, fields.codeOrAny("use")));
    }

    /** What lies beyond, the kind of control line, or the kind of facility: one place in the line for each item. */
    private static String beyondOrFacility(Fields fields, LineForm form, Item item) {
        String beyond =
                qualifier(fields, form, LineForm.BEYOND, ConditionLine.ANY, fields.word("beyond", beyond(item)));
        String facility = qualifier(fields, form, LineForm.FACILITY, ConditionLine.ANY, fields.text("facility"));
        return form != null && form.qualifiers().contains(LineForm.FACILITY) ? facility : beyond;
    }

    /** Lines without an id are numbered. */
    private static String id(Fields fields, Set<String> ids, String ordinal) {
        if (fields.has("id")) {
            return fields.id(ids);
        }
        fields.node("id", "id");
        ids.add(ordinal);
        return ordinal;
    }

    private static List<String> beyond(Item item) {
        if (item == Item.SETBACK || item == Item.FENCE_SETBACK) {
            return BEYOND;
        }
        return item == Item.CONTROL_LINE_SETBACK
                ? CONTROL_LINES
                : Stream.concat(BEYOND.stream(), CONTROL_LINES.stream())
                        .distinct()
                        .toList();
    }

    /** Null where no bound is written at all, or more than one. */
    private static Bound bound(Fields fields, Item item) {
        List<String> written = new ArrayList<>(BOUNDS);
        written.removeIf(key -> !fields.has(key));
        if (written.size() > 1) {
            String keys = String.join("、", written);
            fields.complain(
                    written.get(1),
                    new Text("一条里同时写了 " + keys, "One line holds " + String.join(" and ", written)),
                    new Text("上限、下限各写一条", "Write one line for each bound"));
            return null;
        }
        if (written.isEmpty()) {
            return null;
        }
        boolean terms = written.get(0).equals("oneOf");
        if (item != null && terms != (LineForm.of(item).magnitude() == null)) {
            fields.complain(
                    written.get(0),
                    new Text(
                            "“" + item + "”不能用 " + written.get(0),
                            "\"" + item + "\" is not bounded by " + written.get(0)),
                    terms ? new Text("请用 min 或 max", "Use min or max") : new Text("请用 oneOf", "Use oneOf"));
            return null;
        }
        return switch (written.get(0)) {
            case "min" -> Bound.MIN;
            case "max" -> Bound.MAX;
            default -> Bound.ONE_OF;
        };
    }

    private static BigDecimal value(Fields fields, LineForm form, Bound bound) {
        boolean min = fields.node("min", "bound") != null;
        boolean max = fields.node("max", "bound") != null;
        if (bound == null || bound == Bound.ONE_OF || !min && !max) {
            return null;
        }
        String key = bound == Bound.MIN ? "min" : "max";
        if (form == null) {
            if (fields.written("item")) {
                return null; // an unknown word, complained of already
            }
            fields.complain(
                    key,
                    new Text("没有 item,不知道这个数的单位", "Without item the unit of this number is not known"),
                    new Text("请写 item,例如 item: FAR", "Write item, for example item: FAR"));
            return null;
        }
        return fields.number(key, form.magnitude(), "bound");
    }

    private static List<String> terms(Fields fields, Item item, Bound bound) {
        if (bound != Bound.ONE_OF || item == null) {
            fields.node("oneOf", "terms");
            return null;
        }
        return switch (item) {
            case USE -> fields.codes("oneOf", "terms");
            case NO_ACCESS, FACILITY_HANDOVER -> fields.words("oneOf", List.of("YES", "NO"), "terms");
            case ROOF_FORM -> fields.words("oneOf", Remedies.names(Building.Roof.class), "terms");
            default -> fields.words("oneOf", Remedies.names(Compass.class), "terms");
        };
    }

    private static <T> T qualifier(Fields fields, LineForm form, String key, T any, T written) {
        if (form == null || form.qualifiers().contains(key)) {
            return written;
        }
        if (fields.has(key)) {
            fields.complain(
                    key,
                    new Text("此项没有限定“" + key + "”", "This item has no qualifier \"" + key + "\""),
                    new Text(
                            "请删去;各项可用的限定见 docs/scheme-format.md",
                            "Leave it out; docs/scheme-format.md lists the qualifiers of each item"));
        }
        return any;
    }

    private static List<String> withAny(List<String> words) {
        return Stream.concat(words.stream(), Stream.of(ConditionLine.ANY)).toList();
    }
}
