package redline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import redline.measure.Missing;
import redline.measure.Place;
import redline.measure.Relation;
import redline.measure.Site;
import redline.measure.Survey;
import redline.quantity.Text;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.Letter;

/**
 * Conditions letters as facts: one for each line and side, and, where a letter is not known to be complete, one without value for
 * each thing that it may still say (its id ends in {@code "?"}).
 */
final class Conditions {
    private static final String TYPE = "Condition";

    private final Survey survey;
    private final Absences absences;
    private final Collection<String> uses;
    private final List<Fact> facts = new ArrayList<>();

    Conditions(Survey survey, Absences absences, Collection<String> uses) {
        this.survey = survey;
        this.absences = absences;
        this.uses = uses;
    }

    List<Fact> facts() {
        List<Letter> letters = survey.scheme().conditions();
        if (letters == null) {
            notSupplied(null, letters());
            return facts;
        }
        for (Letter letter : letters) {
            if (letter.lines() == null) {
                notSupplied(number(letter), place(letter).lacks("lines", "条款", "lines"));
            } else {
                letter.lines().forEach(line -> line(letter, line));
            }
        }
        survey.sites().stream().filter(site -> site.id() != null).forEach(site -> unlisted(site, letters));
        boolean open = letters.stream().anyMatch(l -> !Boolean.TRUE.equals(l.complete()));
        if (survey.scheme().parcels() == null && (open || letters.isEmpty())) {
            // What a letter leaves unsaid it leaves unsaid of parcels that nobody knows.
            notSupplied(null, survey.sites().get(0).place().missing());
        }
        return facts;
    }

    /** What is asked for where no letter was supplied. */
    static Missing letters() {
        return new Place("conditions", new Text("规划条件", "planning conditions")).missing();
    }

    private void notSupplied(String letter, Missing missing) {
        absences.of(TYPE, null, "?").notSupplied(List.of(missing));
        facts.add(new Fact.Condition(null, null, null, null, null, null, null, null, null, null, null, letter));
    }

    private void line(Letter letter, ConditionLine line) {
        boolean several = line.sides() != null && line.sides().size() > 1;
        if (line.sides() == null || line.sides().isEmpty()) {
            line(letter, line, null, "");
        } else {
            line.sides().stream().sorted().forEach(side -> line(letter, line, side, several ? "/" + side : ""));
        }
    }

    private void line(Letter letter, ConditionLine line, String side, String suffix) {
        String id = letter.id() + "/" + line.id() + suffix;
        Absences.Of row = absences.of(TYPE, id, "?");
        Place place = placeOf(letter, line);
        boolean words = line.bound() == Bound.ONE_OF;
        boolean number = line.bound() == Bound.MIN || line.bound() == Bound.MAX;
        Double value = Facts.number(line.value());
        Terms terms = line.terms() == null
                ? null
                : new Terms(line.terms().stream().sorted().toList());
        facts.add(new Fact.Condition(
                id,
                row.take("site", site(line), place.lacks("site", "所指地块", "site")),
                row.take("item", Facts.name(line.item()), place.lacks("item", "指标", "item")),
                row.take("bound", Facts.name(line.bound()), place.lacks("bound", "上限或下限", "minimum or maximum")),
                row.take("side", side, place.lacks("sides", "方位", "sides")),
                row.take("beyond", line.beyond(), place.lacks("beyond", "界外为何", "what lies beyond")),
                row.take("heightClass", line.heightClass(), place.lacks("heightClass", "高度类别", "height class")),
                row.take("use", place.use("use", line.use(), "用途", "use")),
                words ? value : row.take("value", value, place.lacks("value", "数值", "value")),
                number ? terms : row.take("terms", terms, place.lacks("terms", "可选范围", "choice")),
                row.take("article", line.article(), place.lacks("article", "条款号", "article")),
                number(letter)));
    }

    private String site(ConditionLine line) {
        boolean onlyOne = survey.sites().size() == 1;
        return line.site() == null && onlyOne ? survey.sites().get(0).id() : line.site();
    }

    private void unlisted(Site site, List<Letter> letters) {
        String parcel = site.kind() == Site.Kind.PARCEL ? site.id() : site.parent();
        List<Letter> of = letters.stream().filter(l -> speaksOf(l, parcel)).toList();
        boolean complete = !of.isEmpty() && of.stream().allMatch(l -> Boolean.TRUE.equals(l.complete()));
        if (complete || of.stream().anyMatch(l -> l.lines() == null)) {
            return;
        }
        Letter open = of.stream()
                .filter(l -> !Boolean.TRUE.equals(l.complete()))
                .findFirst()
                .orElse(null);
        List<ConditionLine> lines = letters.stream()
                .flatMap(l -> l.lines() == null ? java.util.stream.Stream.of() : l.lines().stream())
                .filter(line -> site.id().equals(site(line)))
                .toList();
        List<String> facilities = survey.relations().stream()
                .filter(relation -> relation instanceof Relation.FacilityItem)
                .map(relation -> (Relation.FacilityItem) relation)
                .filter(item -> item.kind() != null && site.id().equals(item.site()))
                .map(Relation.FacilityItem::kind)
                .toList();
        for (Item item : Item.values()) {
            // A letter that writes one end of a range means that end: "不大于 1.4" leaves no smallest FAR open.
            List<ConditionLine> said = lines.stream()
                    .filter(l -> l.item() != null && LetterItems.sameMatter(l.item(), item))
                    .toList();
            for (Bound bound : LetterItems.bounds(item)) {
                Unlisted.of(item, said, uses, facilities)
                        .forEach(combination -> unlisted(site, open, item, bound, combination));
            }
        }
    }

    /** A letter that names no parcel speaks for certain only of the only one. */
    private boolean speaksOf(Letter letter, String parcel) {
        List<Site> parcels = survey.sites().stream()
                .filter(site -> site.kind() == Site.Kind.PARCEL)
                .toList();
        return letter.parcel() == null ? parcels.size() == 1 : letter.parcel().equals(parcel);
    }

    private void unlisted(Site site, Letter letter, Item item, Bound bound, Unlisted.Combination open) {
        String letterId = letter == null ? "-" : letter.id();
        String id = letterId + "/" + site.id() + "/" + item + "/" + bound + open.narrowed() + "?";
        Text name = site.subject().name();
        Text what = LetterItems.title(item);
        Text which = LetterItems.title(bound);
        Missing missing = Missing.fact(
                "conditions" + (letter == null ? "" : "[" + letter.id() + "]") + ".lines[" + site.id() + "/" + item
                        + "/" + bound + open.narrowed() + "]",
                "规划条件对" + name.zh() + "是否规定" + what.zh() + which.zh() + narrowed(open),
                "whether the planning conditions set a " + which.en() + " for " + name.en() + ": " + what.en()
                        + narrowed(open));
        Absences.Of row = absences.of(TYPE, id, "?");
        row.lacks("value", List.of(missing));
        row.lacks("terms", List.of(missing));
        row.lacks("article", List.of(missing));
        if (letter == null) {
            row.lacks("letter", List.of(missing));
        }
        facts.add(new Fact.Condition(
                id,
                site.id(),
                item.name(),
                bound.name(),
                open.side(),
                open.beyond(),
                open.heightClass(),
                open.use(),
                null,
                null,
                null,
                letter == null ? null : number(letter)));
    }

    private static String narrowed(Unlisted.Combination open) {
        String narrowed = open.narrowed();
        return narrowed.isEmpty() ? "" : " (" + narrowed.substring(1).replace("/", ", ") + ")";
    }

    static String number(Letter letter) {
        return letter.number() == null ? letter.id() : letter.number();
    }

    static Place place(Letter letter) {
        String number = number(letter);
        return new Place(
                "conditions[" + letter.id() + "]", new Text("规划条件 " + number, "planning conditions " + number));
    }

    static Place placeOf(Letter letter, ConditionLine line) {
        String which = line.article() == null ? line.id() : line.article();
        return new Place(
                place(letter).path() + ".lines[" + line.id() + "]",
                new Text("规划条件 " + which, "planning conditions " + which));
    }
}
