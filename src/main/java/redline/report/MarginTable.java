package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.SettingOut;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.requirement.Grade;

/**
 * The 余量表: what distances and heights have left before they break their limit, the least first. Marked is what is less than buildings
 * are set out to, because it may be gone when they stand. Of every clause the tightest subject is told, and all that are marked.
 */
final class MarginTable {
    private static final Set<Quantity> LEVELS = EnumSet.of(
            Quantity.BUILDING_HEIGHT,
            Quantity.HIGHEST_POINT,
            Quantity.ROOF_ROOM_TOP,
            Quantity.STOREY_HEIGHT,
            Quantity.BASEMENT_DEPTH);
    private static final Set<Quantity> IN_PLAN = EnumSet.of(
            Quantity.SETBACK,
            Quantity.CONTROL_LINE_SETBACK,
            Quantity.SPACING,
            Quantity.FIRE_SEPARATION,
            Quantity.BASEMENT_SETBACK,
            Quantity.ACCESS_DISTANCE,
            Quantity.EDGE_DISTANCE,
            Quantity.FENCE_SETBACK,
            Quantity.WALL_TO_BUILDING);

    private final CheckResult result;
    private final Words words;
    private final Reader reader;
    private final Shown shown;
    private final SettingOut tolerance;

    MarginTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.reader = new Reader(words);
        this.shown = new Shown(words);
        this.tolerance = result.record().settingOut();
    }

    /** What the marks mean, or that nothing is marked because no tolerance is set. */
    String note() {
        if (tolerance == null) {
            return words.get("margins.unset");
        }
        return words.get(
                "margins.note",
                metres(tolerance.plane()),
                metres(tolerance.level()),
                tolerance.source(),
                words.of(Grade.valueOf(tolerance.grade()).title()));
    }

    List<ReportPage.MarginRow> rows() {
        Numbered numbered = new Numbered(result);
        Set<String> told = new HashSet<>();
        List<Finding.Judged> met = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (finding instanceof Finding.Judged judged && isLength(judged)) {
                met.add(judged);
            }
        }
        met.sort(Comparator.comparing(Finding.Judged::margin));
        List<ReportPage.MarginRow> rows = new ArrayList<>();
        for (Finding.Judged judged : met) {
            boolean below = below(judged);
            boolean tightest = told.add(judged.rule().id());
            if (below || tightest) {
                rows.add(row(judged, below, numbered));
            }
        }
        return rows;
    }

    private static boolean isLength(Finding.Judged judged) {
        Quantity quantity = judged.rule().quantity();
        return judged.verdict() == Verdict.PASS
                && judged.margin() != null
                && judged.marginUnit() == Unit.METRE
                && (LEVELS.contains(quantity) || IN_PLAN.contains(quantity));
    }

    private boolean below(Finding.Judged judged) {
        return tolerance != null && judged.margin().compareTo(limit(judged)) < 0;
    }

    private BigDecimal limit(Finding.Judged judged) {
        return LEVELS.contains(judged.rule().quantity()) ? tolerance.level() : tolerance.plane();
    }

    private ReportPage.MarginRow row(Finding.Judged judged, boolean below, Numbered numbered) {
        return new ReportPage.MarginRow(
                words.of(judged.rule().title()),
                FindingSections.anchor(judged, numbered),
                reader.subject(judged),
                reader.measured(judged),
                reader.required(judged),
                reader.margin(judged),
                tolerance == null ? words.get("margins.not-set") : metres(limit(judged)),
                below,
                below ? words.get("margins.below") : "");
    }

    private String metres(BigDecimal value) {
        return shown.number(value, Math.max(2, value.stripTrailingZeros().scale())) + Shown.GAP + Unit.METRE.symbol();
    }
}
