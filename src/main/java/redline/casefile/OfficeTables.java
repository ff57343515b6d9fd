package redline.casefile;

import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import redline.quantity.Text;

/** The tables of {@code templates/office}, read once at the start. */
public final class OfficeTables {
    /**
     * A line of the list of materials.
     *
     * @param words by which a file of it is known, as parts of its name
     */
    public record Item(String id, Text title, boolean necessary, List<String> words) {}

    private final Course course;
    private final List<Item> items;
    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
    private final Map<String, Integer> periods = new LinkedHashMap<>();
    private final WorkingDays days;

    private OfficeTables() {
        this.course = new Course(OfficeTable.of("states.csv"), OfficeTable.of("steps.csv"));
        this.items = OfficeTable.of("materials.csv").rows().stream()
                .map(row -> new Item(row.get("item"), Course.title(row), row.yes("necessary"), row.words("words")))
                .toList();
        for (OfficeTable.Row row : OfficeTable.of("lists.csv").rows()) {
            lists.merge(row.get("list"), List.of(new Choice(row.get("id"), Course.title(row))), OfficeTables::and);
        }
        for (OfficeTable.Row row : OfficeTable.of("periods.csv").rows()) {
            try {
                periods.put(row.get("business"), Integer.valueOf(row.get("days")));
            } catch (NumberFormatException noNumber) {
                throw row.wrong("days: " + row.get("days"));
            }
        }
        this.days = WorkingDays.of(OfficeTable.text("calendar.csv"));
    }

    /** @throws IllegalArgumentException where one of them cannot be used; the message names file and line */
    public static OfficeTables read() {
        return new OfficeTables();
    }

    private static List<Choice> and(List<Choice> before, List<Choice> more) {
        List<Choice> both = new java.util.ArrayList<>(before);
        both.addAll(more);
        return List.copyOf(both);
    }

    public Course course() {
        return course;
    }

    public List<Item> items() {
        return items;
    }

    /** The item that a file belongs to by its name: the one whose longest word stands in it. */
    public Optional<Item> itemOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Item found = null;
        int longest = 0;
        for (Item item : items) {
            for (String word : item.words()) {
                if (word.length() > longest && name.contains(word.toLowerCase(Locale.ROOT))) {
                    found = item;
                    longest = word.length();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Words of a list, in the order of the table; empty for an unknown one. */
    public List<Choice> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    public Optional<Choice> choice(String list, String id) {
        return list(list).stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    /** Working days that a review of such business may take; empty where the office set none. */
    public Optional<Integer> period(String business) {
        return Optional.ofNullable(periods.get(business));
    }

    WorkingDays days() {
        return days;
    }

    /** Years between the two days whose holidays the office's calendar does not know. */
    public List<Year> unknownYears(LocalDate from, LocalDate to) {
        return days.unknown(from, to);
    }
}
