package redline.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import redline.quantity.Text;
import redline.requirement.Grade;
import redline.rulepack.Catalogue;
import redline.rulepack.RuleBook;
import redline.rulepack.ValuePlace;
import redline.upload.RuleShelf;

/** The values below official text of the packs that a profile names, in words; made anew when the rules change. */
@Component
class PackValues {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final RuleShelf rules;
    private Made made = new Made("", List.of());

    private record Made(String sha256, List<OfPack> packs) {}

    PackValues(RuleShelf rules) {
        this.rules = rules;
    }

    /** @param values in the order of their files, each once */
    record OfPack(String id, Text title, List<Value> values) {}

    /**
     * A dated value: an entry of a parameter, or a line of a table.
     *
     * @param name {@code file@hash}, as findings cite it
     * @param file without folder and ending
     * @param says what it is about and what it is, with units
     * @param from, to both included, null = open
     */
    record Value(
            String name,
            String pack,
            Text packTitle,
            String file,
            Text says,
            String clause,
            Grade grade,
            LocalDate from,
            LocalDate to,
            String document,
            String note) {}

    /** By pack, in the order of the profiles; only packs with such values. */
    synchronized List<OfPack> packs() {
        RuleBook book = rules.book();
        if (!made.sha256().equals(book.sha256())) {
            made = new Made(book.sha256(), read(book));
        }
        return made.packs();
    }

    Optional<Value> byName(String name) {
        return packs().stream()
                .flatMap(pack -> pack.values().stream())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    private static List<OfPack> read(RuleBook book) {
        Map<String, Text> titles = new LinkedHashMap<>();
        for (String profile : book.profiles()) {
            for (Catalogue.PackEntry pack :
                    book.catalogue(profile, Set.of(), null).packs()) {
                titles.put(pack.id(), pack.title());
            }
        }
        List<OfPack> packs = new ArrayList<>();
        titles.forEach((id, title) -> {
            Map<String, List<ValuePlace>> byName = new LinkedHashMap<>();
            book.values(id).stream()
                    .filter(place -> place.grade() != Grade.OFFICIAL)
                    // A parameter that its document leaves open has nothing to look up.
                    .filter(place ->
                            place.table() || NUMBER.matcher(place.written()).lookingAt())
                    .forEach(place -> byName.computeIfAbsent(place.name(), name -> new ArrayList<>())
                            .add(place));
            if (!byName.isEmpty()) {
                packs.add(new OfPack(
                        id,
                        title,
                        byName.values().stream()
                                .map(places -> value(places, title))
                                .toList()));
            }
        });
        return List.copyOf(packs);
    }

    private static Value value(List<ValuePlace> places, Text packTitle) {
        ValuePlace first = places.get(0);
        return new Value(
                first.name(),
                first.packId(),
                packTitle,
                first.file().replaceFirst(".*/", "").replaceFirst("\\.[a-z]+$", ""),
                first.table() ? line(places) : says(first),
                first.clause(),
                first.grade(),
                first.from(),
                first.to(),
                first.document(),
                first.note());
    }

    private static Text says(ValuePlace place) {
        String value = " " + place.written() + (place.unit().isEmpty() ? "" : " " + place.unit());
        return new Text(place.title().zh() + value, place.title().en() + value);
    }

    /** What the line is about, then its numbers; of a line without numbers its last cell. */
    private static Text line(List<ValuePlace> places) {
        List<ValuePlace> numbers = places.stream()
                .filter(place -> NUMBER.matcher(place.written()).matches())
                .toList();
        List<ValuePlace> told = numbers.isEmpty() ? List.of(places.get(places.size() - 1)) : numbers;
        Text about = told.get(told.size() - 1).about();
        List<Text> cells = told.stream()
                .filter(place -> !about.zh().contains(place.title().zh() + " " + place.written()))
                .map(PackValues::says)
                .toList();
        return new Text(
                joined(about.zh(), "：", cells.stream().map(Text::zh).toList(), "、"),
                joined(about.en(), ": ", cells.stream().map(Text::en).toList(), ", "));
    }

    private static String joined(String about, String colon, List<String> cells, String comma) {
        String all = String.join(comma, cells);
        return about.isEmpty() || all.isEmpty() ? about + all : about + colon + all;
    }
}
