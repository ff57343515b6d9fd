package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.scheme.Subject;

/** The 单体一览表: what is known of each building of the scheme, and of its neighbours. Unknown is said, zero is a number. */
public final class BuildingTable {
    private final CheckResult result;
    private final Words words;
    private final Shown shown;
    private final BuildingFindings findings;

    public BuildingTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.shown = new Shown(words);
        this.findings = BuildingFindings.of(result);
    }

    public List<ReportPage.BuildingRow> rows() {
        List<ReportPage.BuildingRow> rows = new ArrayList<>();
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Building building) {
                rows.add(row(building));
            }
        }
        return rows;
    }

    private ReportPage.BuildingRow row(Fact.Building building) {
        return new ReportPage.BuildingRow(
                words.of(building.subject().name()),
                building.standing() == null ? words.get("not-supplied") : words.get("standing." + building.standing()),
                measured(Quantity.USE, building, building.use() == null ? null : words.term(building.use())),
                building.storeys() == null
                        ? words.get("not-supplied")
                        : shown.number(java.math.BigDecimal.valueOf(building.storeys()), 0),
                measured(Quantity.BUILDING_HEIGHT, building, null),
                building.roof() == null ? words.get("not-supplied") : words.term(building.roof()),
                building.fireGrade() == null
                        ? words.get("not-supplied")
                        : words.get("fire-grade." + building.fireGrade().intValue()),
                remarks(building));
    }

    /** The measured value, else {@code otherwise}, else 未提供. */
    private String measured(Quantity quantity, Fact.Building building, String otherwise) {
        for (Measure measure : result.record().measures()) {
            if (measure.quantity() == quantity
                    && measure.subject().kind() == Subject.Kind.BUILDING
                    && measure.subject().id().equals(building.subject().id())
                    && measure.reading() instanceof Reading.Known known) {
                return shown.value(known.value(), quantity);
            }
        }
        return otherwise == null ? words.get("not-supplied") : otherwise;
    }

    private String remarks(Fact.Building building) {
        List<Finding> about = building.id() == null ? List.of() : findings.about(building.id());
        return Stream.of(Verdict.VIOLATION, Verdict.UNDETERMINED)
                .map(verdict -> {
                    long count =
                            about.stream().filter(f -> f.verdict() == verdict).count();
                    return count == 0 ? "" : words.get("icon." + verdict) + Shown.GAP + count;
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
