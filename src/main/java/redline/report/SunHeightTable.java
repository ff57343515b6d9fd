package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.measure.Missing;
import redline.measure.SunHeight;
import redline.measure.SunHeights;
import redline.measure.Sunlight;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;

/**
 * How high each part of what is to be built may be so that its neighbours keep the hours that their findings ask for. Only parts that
 * take sun from somebody.
 */
final class SunHeightTable {
    /** More names than this are counted. */
    private static final int NAMED = 4;

    private final CheckResult result;
    private final Words words;
    private final List<SunDay> days;
    private final Map<Sunlight.Day, List<SunHeights.Wanted>> wanted = new HashMap<>();
    /** Dwellings and rooms of which it is not known what they must have, with what is missing to say. */
    private final Map<String, List<Missing>> open = new LinkedHashMap<>();

    SunHeightTable(CheckResult result, List<SunDay> days, Words words) {
        this.result = result;
        this.days = days;
        this.words = words;
    }

    ReportPage.SunHeights table() {
        Sunlight sunlight = result.record().sunlight();
        if (sunlight == null || days.isEmpty() || sunlight.parts().isEmpty()) {
            return new ReportPage.SunHeights(List.of(), List.of(), List.of());
        }
        days.forEach(this::wanted);
        SunHeights heights = new SunHeights(sunlight);
        List<Sunlight.Part> taking = heights.taking();
        List<String> notes = new ArrayList<>();
        Set<String> unseen = new LinkedHashSet<>();
        days.forEach(day -> heights.unseen(day.day()).forEach(home -> unseen.add(name(home))));
        if (taking.isEmpty()) {
            notes.add(words.get("sun.heights-none"));
        }
        if (!unseen.isEmpty()) {
            notes.add(words.get("sun.heights-unseen", names(unseen)));
        }
        List<ReportPage.SunHeightRow> rows =
                taking.stream().map(part -> row(part, heights)).toList();
        if (!rows.isEmpty()) {
            Set<String> asked = new LinkedHashSet<>();
            wanted.values().forEach(of -> of.forEach(one -> asked.add(one.home())));
            said("sun.heights-open", open.keySet().stream().filter(home -> !asked.contains(home)))
                    .ifPresent(notes::add);
            said("sun.heights-open-too", open.keySet().stream().filter(asked::contains))
                    .ifPresent(notes::add);
        }
        List<String> lead =
                rows.isEmpty() ? List.of() : List.of(words.get("sun.heights-lead"), words.get("sun.heights-lead-2"));
        return new ReportPage.SunHeights(lead, rows, notes);
    }

    /** What the findings ask for each dwelling and room of a day. */
    private void wanted(SunDay day) {
        Map<String, Sunlight.HomeRow> homes = day.day().homes().stream()
                .collect(Collectors.toMap(Sunlight.HomeRow::id, home -> home, (one, other) -> one, LinkedHashMap::new));
        List<SunHeights.Wanted> of = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (finding instanceof Finding.NotApplicable
                    || Conclusion.groupOf(finding) == Conclusion.Group.ADVICE
                    || !finding.subject().equals(day.home(finding.subject().id()))
                    || !homes.containsKey(finding.subject().id())) {
                continue;
            }
            wanted(finding, homes.get(finding.subject().id()), of);
        }
        wanted.put(day.day(), of);
    }

    private void wanted(Finding finding, Sunlight.HomeRow home, List<SunHeights.Wanted> of) {
        Quantity quantity = finding.rule().quantity();
        boolean second = quantity == Quantity.SUN_HOURS_SECOND;
        boolean loss = quantity == Quantity.SUN_LOSS;
        if (!second && !loss && quantity != Quantity.SUN_HOURS && quantity != Quantity.SUN_HOURS_WINTER) {
            return;
        }
        Bound bound = finding instanceof Finding.Judged judged
                ? judged.governing()
                : ((Finding.Undetermined) finding).governing();
        BigDecimal number = bound != null
                        && bound.comparator() == (loss ? Comparator.AT_MOST : Comparator.AT_LEAST)
                        && bound.value() instanceof Value.Amount amount
                ? amount.number()
                : null;
        boolean known =
                number != null && (!loss || home.hoursBefore() != null) && (!second || home.secondAfter() != null);
        if (known) {
            of.add(new SunHeights.Wanted(
                    home.id(), second ? 1 : 0, loss ? home.hoursBefore().subtract(number) : number));
        } else if (finding instanceof Finding.Undetermined undetermined) {
            open.computeIfAbsent(home.id(), any -> new ArrayList<>()).addAll(undetermined.missing());
        }
    }

    private ReportPage.SunHeightRow row(Sunlight.Part part, SunHeights heights) {
        return heights.highest(part, wanted::get)
                .map(found -> row(part, found))
                .orElseGet(() -> unasked(part, heights));
    }

    private ReportPage.SunHeightRow unasked(Sunlight.Part part, SunHeights heights) {
        Set<String> homes = new LinkedHashSet<>();
        days.forEach(day -> homes.addAll(heights.takenFrom(part, day.day())));
        String remark = said("sun.heights-open", homes.stream().filter(open::containsKey))
                .orElseGet(() -> words.get(
                        "sun.heights-unasked",
                        names(homes.stream().map(this::name).toList())));
        String none = words.get("none");
        return new ReportPage.SunHeightRow(volume(part), none, words.get("unknown"), "", none, none, List.of(remark));
    }

    private ReportPage.SunHeightRow row(Sunlight.Part part, SunHeight found) {
        BigDecimal highest = found.highest().setScale(2, RoundingMode.FLOOR);
        boolean free = found.limit() == null;
        List<String> remarks = new ArrayList<>();
        if (!found.below().isEmpty()) {
            remarks.add(words.get(
                    "sun.heights-below",
                    names(found.below().stream().map(this::name).toList())));
        }
        BigDecimal lowest = found.lowest().setScale(2, RoundingMode.FLOOR);
        if (lowest.compareTo(highest) < 0) {
            remarks.add(words.get("sun.heights-ways", height(part, lowest)));
        }
        return new ReportPage.SunHeightRow(
                volume(part),
                height(part, found.now().setScale(2, RoundingMode.HALF_UP)),
                free ? words.get("sun.heights-free", SunHeights.MOST.toPlainString()) : height(part, highest),
                free ? "" : change(found.now(), highest),
                storeys(part, found),
                free ? words.get("none") : limit(found),
                remarks);
    }

    private String volume(Sunlight.Part part) {
        String id = part.building() + "/" + part.volume();
        return result.record().facts().stream()
                .filter(fact -> fact instanceof Fact.Volume volume && id.equals(volume.id()))
                .map(fact -> words.of(((Fact.Volume) fact).subject().name()))
                .findFirst()
                .orElse(part.building() + " " + part.volume());
    }

    /** Above the outdoor ground where that is known, with the level. */
    private String height(Sunlight.Part part, BigDecimal level) {
        String at = words.get("sun.heights-level", level.toPlainString());
        return part.ground() == null
                ? at
                : words.get("sun.heights-above", level.subtract(part.ground()).toPlainString(), level.toPlainString());
    }

    private String change(BigDecimal now, BigDecimal highest) {
        BigDecimal more = highest.subtract(now);
        if (more.signum() >= 0) {
            BigDecimal metres = more.setScale(2, RoundingMode.FLOOR);
            return metres.signum() == 0
                    ? words.get("sun.heights-at")
                    : words.get("sun.heights-raise", metres.toPlainString());
        }
        return words.get(
                "sun.heights-lower",
                more.negate().setScale(2, RoundingMode.CEILING).toPlainString());
    }

    /** Whole storeys: more of the uppermost, or without so many of those that there are. */
    private String storeys(Sunlight.Part part, SunHeight found) {
        if (part.storeys() == null || found.limit() == null) {
            return words.get("none");
        }
        int now = part.storeys().size();
        BigDecimal left = found.highest().subtract(found.now());
        int most = now;
        while (left.signum() < 0 && most > 0) {
            most--;
            left = left.add(part.storeys().get(most));
        }
        BigDecimal one = part.storeys().get(now - 1);
        if (most == now && one.signum() > 0) {
            most += left.divide(one, 0, RoundingMode.FLOOR).intValueExact();
        }
        return words.get("sun.heights-storeys-of", now, most);
    }

    private String limit(SunHeight found) {
        String window = days.stream()
                .flatMap(day -> day.day().windows().stream()
                        .filter(row -> row.id().equals(found.window()))
                        .map(row -> words.of(day.named(row.building())) + " "
                                + SunDay.joined(name(found.limit()), row.name() == null ? row.id() : row.name())))
                .findFirst()
                .orElse(found.window());
        return words.get("sun.heights-by", window, SunText.hours(found.hours().doubleValue()));
    }

    private String name(String home) {
        return days.stream()
                .filter(day ->
                        day.day().homes().stream().anyMatch(row -> row.id().equals(home)))
                .map(day -> words.of(day.home(home).name()))
                .findFirst()
                .orElse(home);
    }

    private String names(Collection<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(words.get("list")));
        return all.size() <= NAMED ? first : words.get("sun.heights-and-more", first, all.size());
    }

    /** Of whom it is not known what they must have, and why; empty for nobody. */
    private Optional<String> said(String key, Stream<String> of) {
        List<String> homes = of.toList();
        Set<String> missing = new LinkedHashSet<>();
        homes.forEach(home -> open.get(home).forEach(one -> missing.add(words.of(one.label()))));
        return homes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.get(key, names(homes.stream().map(this::name).toList()), names(missing)));
    }
}
