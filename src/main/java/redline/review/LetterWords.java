package redline.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import redline.casefile.LetterEntry.Value;
import redline.fact.LetterItems;
import redline.intake.ItemForm;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.scheme.Compass;
import redline.scheme.ConditionLine.Item;
import redline.scheme.ControlLine;

/** What a letter says, in the words of the reader of the page. */
final class LetterWords {
    private static final List<String> BEYOND = List.of("ROAD", "PARCEL", "WATER", "GREEN", "NONE");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final MessageSource words;
    private final Locale locale;

    LetterWords(MessageSource words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** An entry of a drop-down. */
    public record Choice(String value, String title) {}

    public String in(Text text) {
        return text.in(locale.getLanguage().equals("en") ? Language.EN : Language.ZH);
    }

    /** In Chinese time. */
    public String time(Instant at) {
        return MINUTE.format(at);
    }

    private String word(String key, Object... filled) {
        return words.getMessage("letter." + key, filled, locale);
    }

    /** All that conditions know, with the unit in which each is typed. */
    public List<Choice> getItems() {
        return Stream.of(Item.values())
                .map(item -> new Choice(item.name(), title(item)))
                .toList();
    }

    private String title(Item item) {
        ItemForm form = ItemForm.of(item);
        String unit = form.words() ? word("words") : form.unit();
        String title = in(LetterItems.title(item));
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    public List<Choice> getComparators() {
        return Stream.of("MIN", "MAX", "EQUAL", "ONE_OF")
                .map(one -> new Choice(one, word("comparator." + one)))
                .toList();
    }

    public String unit(String item) {
        return item(item).map(known -> ItemForm.of(known).unit()).findFirst().orElse("");
    }

    private static Stream<Item> item(String name) {
        return Stream.of(Item.values()).filter(item -> item.name().equals(name));
    }

    public List<String> qualifiers(String item) {
        return LetterForm.qualifiers(item);
    }

    /** What a qualifier may be; empty where it is typed. */
    public List<Choice> choices(String qualifier, String item) {
        List<Choice> choices = new ArrayList<>();
        switch (qualifier) {
            case "side" -> Stream.of(Compass.values()).forEach(c -> choices.add(new Choice(c.name(), in(c.title()))));
            case "heightClass" ->
                Stream.of("LOW", "MULTI", "HIGH").forEach(one -> choices.add(new Choice(one, word("height." + one))));
            case "beyond" -> {
                if (item.equals(Item.CONTROL_LINE_SETBACK.name())) {
                    Stream.of(ControlLine.Kind.values())
                            .forEach(kind -> choices.add(new Choice(kind.name(), word("line." + kind))));
                } else {
                    BEYOND.forEach(one -> choices.add(new Choice(one, word("beyond." + one))));
                }
            }
            default -> {
                return List.of();
            }
        }
        choices.add(0, new Choice("ANY", word("any")));
        return List.copyOf(choices);
    }

    /** One value as a sentence: 容积率 不大于 1.35. */
    public String said(Value value) {
        String title = item(value.item())
                .map(item -> in(LetterItems.title(item)))
                .findFirst()
                .orElse(value.item());
        String comparator = value.comparator().isEmpty() ? "?" : word("said." + value.comparator());
        String unit = unit(value.item());
        boolean bare = value.value().matches("\\d+(\\.\\d+)?");
        String where = value.zone().isEmpty() ? "" : word("zone", value.zone()) + " ";
        String narrowed = qualifiers(value.item()).stream()
                .map(key -> narrowed(key, value))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(word("and")));
        return where + title + " " + comparator + " " + value.value() + (bare && !unit.isEmpty() ? " " + unit : "")
                + (narrowed.isEmpty() ? "" : " (" + narrowed + ")");
    }

    private String narrowed(String key, Value value) {
        String written = value.qualifier(key);
        if (written.isEmpty() || written.equals("ANY")) {
            return "";
        }
        return choices(key, value.item()).stream()
                .filter(choice -> choice.value().equals(written))
                .map(Choice::title)
                .findFirst()
                .orElse(written);
    }
}
