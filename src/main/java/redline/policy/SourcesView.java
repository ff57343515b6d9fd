package redline.policy;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.casefile.CitedValues.Cited;
import redline.casefile.CitedValues.InCase;
import redline.casefile.Office;
import redline.casefile.SourceChecks.SourceCheck;
import redline.quantity.Language;
import redline.report.RuleSection;
import redline.report.Words;

/** The queue 核对原文 as one language reads it. */
final class SourcesView {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Office.ZONE);

    private final Language language;
    private final Words words;
    private final List<PackValues.OfPack> packs;
    private final Set<String> lookedUp;

    /** @param lookedUp names of values that need not be looked up any more */
    SourcesView(List<PackValues.OfPack> packs, Set<String> lookedUp, Language language) {
        this.language = language;
        this.words = Words.of(language);
        this.packs = packs;
        this.lookedUp = lookedUp;
    }

    /** Values of one pack; {@code cases}: the most that wait for one of them. */
    record Group(String pack, String title, int cases, List<Line> lines) {}

    /**
     * A value that is to be looked up.
     *
     * @param says what it is about and what it is; of one that is no longer in the rules, how findings cite it
     * @param inForce whether it still stands in the rules
     * @param cases that wait for it
     */
    record Line(
            String name,
            String packTitle,
            String file,
            String says,
            String clause,
            String grade,
            String dates,
            String document,
            String note,
            boolean inForce,
            List<InCase> cases) {}

    /** A value that was looked up; {@code back}: by whom and when it was taken back, empty while it holds. */
    record Done(SourceCheck check, String at, String back) {}

    /** Those that open cases wait for, the packs and values first that most cases wait for. */
    List<Group> needed(List<InCase> inCases) {
        Map<String, List<InCase>> byName = new LinkedHashMap<>();
        inCases.stream()
                .filter(one -> !lookedUp.contains(one.value().name()))
                .forEach(one -> byName.computeIfAbsent(one.value().name(), name -> new ArrayList<>())
                        .add(one));
        Map<String, List<Line>> byPack = new LinkedHashMap<>();
        byName.values().forEach(waiting -> {
            Cited value = waiting.get(0).value();
            byPack.computeIfAbsent(value.pack(), pack -> new ArrayList<>()).add(line(value, waiting));
        });
        List<Group> groups = new ArrayList<>();
        byPack.forEach((pack, lines) -> {
            lines.sort(Comparator.comparingInt((Line line) -> line.cases().size())
                    .reversed()
                    .thenComparing(Line::name));
            groups.add(new Group(pack, title(pack), lines.get(0).cases().size(), List.copyOf(lines)));
        });
        groups.sort(Comparator.comparingInt(Group::cases).reversed().thenComparing(Group::pack));
        return List.copyOf(groups);
    }

    /** Those that no open case waits for. */
    List<Group> rest(Set<String> needed) {
        return packs.stream()
                .map(pack -> new Group(
                        pack.id(),
                        pack.title().in(language),
                        0,
                        pack.values().stream()
                                .filter(value -> !lookedUp.contains(value.name()) && !needed.contains(value.name()))
                                .map(value -> line(value, List.of()))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    Line line(Cited value, List<InCase> waiting) {
        return packs.stream()
                .flatMap(pack -> pack.values().stream())
                .filter(one -> one.name().equals(value.name()))
                .findFirst()
                .map(one -> line(one, waiting))
                .orElseGet(() -> new Line(
                        value.name(),
                        title(value.pack()),
                        "",
                        value.says(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        false,
                        List.copyOf(waiting)));
    }

    Line line(PackValues.Value value, List<InCase> waiting) {
        return new Line(
                value.name(),
                value.packTitle().in(language),
                value.file(),
                value.says().in(language),
                value.clause(),
                value.grade().title().in(language),
                new RuleSection(words).dates(value.from(), value.to()),
                value.document(),
                value.note(),
                true,
                List.copyOf(waiting));
    }

    private String title(String pack) {
        return packs.stream()
                .filter(one -> one.id().equals(pack))
                .map(one -> one.title().in(language))
                .findFirst()
                .orElse(pack);
    }

    static Done done(SourceCheck check) {
        return new Done(
                check,
                at(check.at()),
                check.takenBack() == null
                        ? ""
                        : check.takenBack().by() + " · " + at(check.takenBack().at()));
    }

    private static String at(OffsetDateTime time) {
        return MINUTES.format(time);
    }
}
