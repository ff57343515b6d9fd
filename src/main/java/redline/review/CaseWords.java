package redline.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import redline.casefile.Choice;
import redline.casefile.Course;
import redline.casefile.Declined;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.OfficeTables;
import redline.casefile.Role;
import redline.quantity.Language;
import redline.quantity.Text;

/** What the office's tables and the program's ids are called, in the visitor's language; asked by the templates as {@code @caseWords}. */
@Component("caseWords")
public class CaseWords {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Office.ZONE);
    private static final long MEGABYTE = 1024 * 1024;

    private final OfficeTables tables;
    private final MessageSource words;

    CaseWords(Office office, MessageSource words) {
        this.tables = office.tables();
        this.words = words;
    }

    static Language language() {
        return Spoken.in(LocaleContextHolder.getLocale());
    }

    public String of(Text text) {
        return text.in(language());
    }

    /** The word of a list of the office, or the id where the office took it out since. */
    public String choice(String list, String id) {
        return tables.choice(list, id).map(Choice::title).map(this::of).orElse(id);
    }

    public String state(String id) {
        return of(tables.course().state(id).title());
    }

    /** Class of a state in the style sheet. */
    public String look(String state) {
        var found = tables.course().state(state);
        if (found.ended()) {
            return "ended";
        }
        return switch (found.clock()) {
            case RUNS -> "open";
            case STOPPED, OFF -> "waits";
        };
    }

    /** Class of a verdict in the style sheet. */
    public String mark(String verdict) {
        return verdict.toLowerCase(Locale.ROOT);
    }

    public String step(String id) {
        Course course = tables.course();
        return course.steps().stream()
                .filter(step -> step.id().equals(id))
                .map(step -> of(step.title()))
                .findFirst()
                .orElse(id);
    }

    public String item(String id) {
        return tables.items().stream()
                .filter(item -> item.id().equals(id))
                .map(item -> of(item.title()))
                .findFirst()
                .orElse(id);
    }

    /** Who acts next in a case, by role; empty where nobody does. */
    public String next(OfficeCase kase) {
        List<String> roles = tables.course().next(kase.state()).stream()
                .map(Role::title)
                .map(this::of)
                .toList();
        return String.join(language() == Language.ZH ? "、" : ", ", roles);
    }

    /** @throws org.springframework.context.NoSuchMessageException where there is no such word */
    public String say(String key, Object... inserts) {
        return words.getMessage(key, inserts, locale());
    }

    /** Why something cannot be done, in a sentence. */
    public String sentence(Declined declined) {
        List<Object> inserts = declined.inserts();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < inserts.size(); i++) {
            said.add(
                    switch (declined.why()) {
                        case FIELD_MISSING, FIELD_TOO_LONG, NO_SUCH_CHOICE ->
                            i == 0 ? field(plain(inserts.get(i))) : plain(inserts.get(i));
                        case PAPER_MISSING ->
                            optional("paper." + plain(inserts.get(i))).orElse(plain(inserts.get(i)));
                        default -> plain(inserts.get(i));
                    });
        }
        return say("declined." + declined.why(), said.toArray());
    }

    private String plain(Object insert) {
        return insert instanceof Text text ? of(text) : String.valueOf(insert);
    }

    /** What a field of a form is called. */
    public String field(String name) {
        return tables.choice("form", name)
                .map(Choice::title)
                .map(this::of)
                .or(() -> optional("field." + name))
                .orElseGet(() -> item(name));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(words.getMessage(key, null, null, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** When something was recorded, by the office's clock, to the minute. */
    public String time(OffsetDateTime at) {
        return MINUTES.format(at);
    }

    /** How large a file is. */
    public String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, Math.round(bytes / 1024.0)) + " KB"
                : "%.1f MB".formatted((double) bytes / MEGABYTE);
    }

    /** The day, where somebody typed one. */
    static Optional<LocalDate> day(String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (java.time.format.DateTimeParseException noDay) {
            throw new Untaken("NO_DAY", typed.strip());
        }
    }

    String sentence(Untaken untaken) {
        return say("untaken." + untaken.why(), Arrays.stream(untaken.inserts()).toArray());
    }
}
