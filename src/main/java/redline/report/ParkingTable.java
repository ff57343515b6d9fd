package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Certainty;
import redline.requirement.Counted;
import redline.requirement.Requirement;

/**
 * The 停车配建计算表 (practice §5): for each rule on parking and each site what is counted, the rate and where it stands, and the spaces that
 * come of it, as the rule itself added them up. A rate that hangs on something open is not shown: the row says on what.
 */
public final class ParkingTable {
    private static final Set<Quantity> SPACES = EnumSet.of(
            Quantity.PARKING_MOTOR,
            Quantity.PARKING_NON_MOTOR,
            Quantity.ACCESSIBLE_SPACES,
            Quantity.CHARGING_SHARE,
            Quantity.VISITOR_SPACES,
            Quantity.SHARED_SPACES);
    /** What rates are told for a hundred of. */
    private static final Set<String> BY_THE_HUNDRED = Set.of("floorArea", "seats", "staff");

    private static final int MOST_DECIMALS = 4;

    private final CheckResult result;
    private final Words words;
    private final Shown shown;
    private final Reader reader;
    private final Map<String, Fact> facts = new HashMap<>();

    public ParkingTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.shown = new Shown(words);
        this.reader = new Reader(words);
        result.record()
                .facts()
                .forEach(fact -> facts.putIfAbsent(key(fact.getClass().getSimpleName(), fact.id()), fact));
    }

    /** In the order of the findings; none where no rule on parking applies. */
    public List<ReportPage.Parking> blocks() {
        Numbered numbered = new Numbered(result);
        return result.findings().stream()
                .filter(finding ->
                        SPACES.contains(finding.rule().quantity()) && finding.verdict() != Verdict.NOT_APPLICABLE)
                .map(finding -> new ReportPage.Parking(
                        words.of(finding.rule().title()),
                        reader.subject(finding),
                        FindingSections.anchor(finding, numbered),
                        rows(finding.requirements()),
                        reader.required(finding),
                        reader.measured(finding),
                        reader.say(finding),
                        finding.verdict().name(),
                        words.get("icon." + finding.verdict()) + " "
                                + words.of(finding.verdict().title())))
                .toList();
    }

    private List<ReportPage.ParkingRow> rows(List<Requirement> requirements) {
        List<ReportPage.ParkingRow> rows = new ArrayList<>();
        Set<List<String>> open = new HashSet<>();
        for (Requirement part : requirements) {
            Counted counted = part.counted();
            if (counted != null && part.certainty() instanceof Certainty.Possible possible) {
                if (open.add(List.of(part.branch(), counted.type(), "" + counted.id(), counted.property()))) {
                    rows.add(row(part, counted, words.get("unknown"), why(possible), words.get("unknown")));
                }
            } else if (counted != null) {
                rows.add(row(part, counted, rate(counted), "", spaces(part)));
            }
        }
        return rows;
    }

    private ReportPage.ParkingRow row(Requirement part, Counted counted, String rate, String why, String spaces) {
        String source = Answer.clause(part.citations(), words.language());
        return new ReportPage.ParkingRow(
                name(counted),
                quantity(counted),
                words.get("parking.of." + counted.property()),
                rate,
                rate.equals(words.get("unknown")) ? "" : words.get("parking.rate." + counted.property()),
                why.isEmpty() ? source : why + (source.isEmpty() ? "" : words.get("semicolon") + source),
                spaces);
    }

    /** 取决于 停车城市等级. */
    private String why(Certainty.Possible possible) {
        Set<String> labels = new TreeSet<>();
        for (Missing missing : possible.missing()) {
            labels.add(words.of(missing.label()));
        }
        return words.get("parking.open", String.join(words.get("list"), labels));
    }

    private String name(Counted counted) {
        if (counted.id() == null) {
            return words.get("parking.not-supplied");
        }
        Fact fact = facts.get(key(counted.type(), counted.id()));
        if (fact instanceof Fact.ParkingBase base) {
            return base.use() == null ? words.get("unknown") : words.term(base.use());
        }
        if (fact instanceof Fact.ParkingNeed need) {
            return need.use() == null
                    ? need.id()
                    : words.get("parking.use." + need.use()) + words.get("bracketed", need.id());
        }
        if (fact instanceof Fact.About about) {
            return words.of(about.subject().name());
        }
        return fact == null ? words.get("unknown") : fact.id();
    }

    private static String key(String type, String id) {
        return type + " " + id;
    }

    private String quantity(Counted counted) {
        return counted.quantity() == null
                ? words.get("unknown")
                : shown.number(counted.quantity(), counted.property().equals("floorArea") ? 2 : 0);
    }

    private String rate(Counted counted) {
        if (counted.rate() == null) {
            return words.get("unknown");
        }
        BigDecimal of =
                BY_THE_HUNDRED.contains(counted.property()) ? counted.rate().movePointRight(2) : counted.rate();
        return written(of);
    }

    private String spaces(Requirement part) {
        return part.bound().value() instanceof Value.Amount amount ? written(amount.number()) : words.get("unknown");
    }

    /** As many decimals as it has; what is added up is not rounded. */
    private String written(BigDecimal number) {
        return shown.number(
                number,
                Math.max(0, Math.min(MOST_DECIMALS, number.stripTrailingZeros().scale())));
    }
}
