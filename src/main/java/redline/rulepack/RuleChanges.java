package redline.rulepack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What differs between two states of the rules. */
final class RuleChanges {
    private final RuleBook before;
    private final RuleBook after;

    private RuleChanges(RuleBook before, RuleBook after) {
        this.before = before;
        this.after = after;
    }

    /** In the order of the files. */
    static List<RuleChange> between(RuleBook before, RuleBook after) {
        return new RuleChanges(before, after).all();
    }

    private List<RuleChange> all() {
        List<RuleChange> changes = new ArrayList<>();
        Set<String> paths = new TreeSet<>(before.files().byPath().keySet());
        paths.addAll(after.files().byPath().keySet());
        for (String path : paths) {
            byte[] was = before.files().byPath().get(path);
            byte[] is = after.files().byPath().get(path);
            if (!Arrays.equals(was, is)) {
                if (path.matches("[^/]+/(parameters|tables)/.*")) {
                    changes.addAll(values(path));
                } else {
                    changes.add(new RuleChange.File(path, is != null, was != null, ofFile(path)));
                }
            }
        }
        return List.copyOf(changes);
    }

    private List<RuleChange> values(String path) {
        List<Line> was = lines(before, path);
        List<Line> is = lines(after, path);
        List<RuleChange> changes = new ArrayList<>();
        List<Line> gone = new ArrayList<>();
        List<Line> closed = new ArrayList<>();
        List<Line> fresh = new ArrayList<>(is);
        for (Line line : was) {
            Line same = fresh.stream().filter(line::same).findFirst().orElse(null);
            fresh.remove(same);
            if (same == null) {
                gone.add(line);
            } else if (!Objects.equals(line.to(), same.to())) {
                closed.add(line.endingOn(same));
            }
        }
        // What is new can be followed by what is new: two steps.
        List<Line> steps =
                new ArrayList<>(fresh.stream().filter(line -> line.to() != null).toList());
        for (Line line : fresh) {
            Line put = nearest(
                    line,
                    gone.stream()
                            .filter(other -> Objects.equals(other.from(), line.from()))
                            .toList());
            Line follows = put != null
                    ? null
                    : nearest(line, closed.stream().filter(line::follows).toList());
            Line step = put != null || follows != null
                    ? null
                    : nearest(line, steps.stream().filter(line::begins).toList());
            if (put != null) {
                gone.remove(put);
                changes.addAll(pair(put, line, RuleChange.Kind.CORRECTED));
            } else if (follows != null) {
                closed.remove(follows);
                changes.addAll(pair(follows, line, RuleChange.Kind.DATED));
            } else if (step != null) {
                steps.remove(step);
                changes.addAll(pair(step, line, RuleChange.Kind.DATED));
            } else {
                changes.add(value(RuleChange.Kind.ADDED, null, line.whole()));
            }
        }
        closed.forEach(line -> changes.add(value(RuleChange.Kind.ENDED, line.main(), line.ended.main())));
        gone.forEach(line -> changes.add(value(RuleChange.Kind.REMOVED, line.whole(), null)));
        return changes;
    }

    /** All values of one line of a table, or one entry of a parameter; {@code ended}: the same with another last day. */
    private record Line(List<ValuePlace> cells, Line ended) {
        LocalDate from() {
            return cells.get(0).from();
        }

        LocalDate to() {
            return cells.get(0).to();
        }

        Line endingOn(Line other) {
            return new Line(cells, other);
        }

        boolean same(Line other) {
            ValuePlace one = cells.get(0);
            ValuePlace two = other.cells.get(0);
            return one.name().equals(two.name())
                    && one.grade() == two.grade()
                    && one.note().equals(two.note());
        }

        /** Whether it begins the day after the other was made to end. */
        boolean follows(Line other) {
            return begins(other.ended);
        }

        /** Whether it begins the day after the other, new as well, ends: the second of two steps. */
        boolean begins(Line other) {
            LocalDate end = other.to();
            return from() != null && end != null && from().equals(end.plusDays(1));
        }

        int differing(Line other) {
            int count = 0;
            for (int i = 0; i < cells.size(); i++) {
                count += i < other.cells.size()
                                && cells.get(i)
                                        .written()
                                        .equals(other.cells.get(i).written())
                        ? 0
                        : 1;
            }
            return count;
        }

        /** The last number, mostly the one demanded, by which the line is named where it is meant as a whole. */
        ValuePlace main() {
            return cells.stream()
                    .filter(cell -> cell.written().matches("-?[0-9].*"))
                    .reduce((one, later) -> later)
                    .orElse(cells.get(0));
        }

        /** The same, about all that stands beside it in the line. */
        ValuePlace whole() {
            ValuePlace main = main();
            return main.table() ? main.about(TableWords.beside(cells, main)) : main;
        }
    }

    private static Line nearest(Line line, Collection<Line> others) {
        Line nearest = null;
        for (Line other : others) {
            boolean sameColumns = other.cells().size() == line.cells().size();
            boolean shares = line.cells().size() == 1
                    || line.differing(other) < line.cells().size();
            if (sameColumns && shares && (nearest == null || line.differing(other) < line.differing(nearest))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private List<RuleChange> pair(Line was, Line is, RuleChange.Kind kind) {
        List<RuleChange> changes = new ArrayList<>();
        for (int i = 0; i < is.cells().size(); i++) {
            if (!was.cells().get(i).written().equals(is.cells().get(i).written())) {
                changes.add(value(kind, was.cells().get(i), is.cells().get(i)));
            }
        }
        if (changes.isEmpty()) {
            boolean sameEnd = Objects.equals(was.to(), is.to());
            changes.add(value(sameEnd ? RuleChange.Kind.TOLD : RuleChange.Kind.ENDED, was.main(), is.main()));
        }
        return changes;
    }

    private RuleChange value(RuleChange.Kind kind, ValuePlace was, ValuePlace is) {
        String packId = is == null ? was.packId() : is.packId();
        Pack pack = Objects.requireNonNullElse(
                after.packs().get(packId), before.packs().get(packId));
        boolean cell = kind == RuleChange.Kind.DATED || kind == RuleChange.Kind.CORRECTED;
        ValuePlace place = is == null ? was : is;
        return new RuleChange.Value(
                kind, was, is, pack.datedBy(), rulesReading(place.file(), cell ? place.column() : ""));
    }

    private static List<Line> lines(RuleBook book, String path) {
        Pack pack = book.packs().get(path.substring(0, path.indexOf('/')));
        if (pack == null) {
            return List.of();
        }
        Map<Integer, List<ValuePlace>> byLine = new LinkedHashMap<>();
        ValuePlaces.of(pack, book.files().byPath(), path::equals)
                .forEach(place -> byLine.computeIfAbsent(place.line(), line -> new ArrayList<>())
                        .add(place));
        return byLine.values().stream().map(cells -> new Line(cells, null)).toList();
    }

    /** Of a new profile none: nothing was judged by it. Where more than its packs differs, all. */
    private Set<String> ofProfile(String name) {
        Profile was = before.profilesByName().get(name);
        Profile is = after.profilesByName().get(name);
        if (was == null) {
            return Set.of();
        }
        boolean packsAlone = is != null && was.equals(is.with(was.title(), was.packs()));
        Set<String> rules = new HashSet<>();
        for (RuleBook book : List.of(before, after)) {
            Set<String> own = book.pages().stream()
                    .filter(page -> !packsAlone
                            || was.packs().contains(page.packId()) != is.packs().contains(page.packId()))
                    .map(RulePage::id)
                    .collect(Collectors.toSet());
            rules.addAll(book.influence().of(own));
        }
        return Set.copyOf(rules);
    }

    private Set<String> rulesReading(String path, String column) {
        Set<String> rules = new HashSet<>();
        for (RuleBook book : List.of(before, after)) {
            rules.addAll(book.influence().of(book.readers(path, column)));
        }
        return Set.copyOf(rules);
    }

    /** A rule's own file or page; the pack touches all of its rules, a profile those of the packs that it takes up or leaves. */
    private Set<String> ofFile(String path) {
        if (path.startsWith("profiles/")) {
            return ofProfile(path.substring("profiles/".length()).replaceFirst("\\.yaml$", ""));
        }
        Set<String> rules = new HashSet<>();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(drl|md)$", "");
        for (RuleBook book : List.of(before, after)) {
            Set<String> own = book.pages().stream()
                    .filter(page -> path.endsWith("/pack.yaml") && page.packId().equals(path.split("/", 2)[0])
                            || path.contains("/rules/") && page.id().equals(name))
                    .map(RulePage::id)
                    .collect(Collectors.toSet());
            rules.addAll(book.influence().of(own));
        }
        return Set.copyOf(rules);
    }
}
