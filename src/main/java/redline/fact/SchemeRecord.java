package redline.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.SettingOut;
import redline.measure.Sunlight;
import redline.scheme.Dates;
import redline.scheme.Declared;
import redline.scheme.Letter;
import redline.scheme.Project;

/**
 * Everything that rules, judgement and report see of one scheme. Same scheme, same settings: equal records.
 *
 * @param facts in a fixed order; a fact with a null id stands for what was not supplied
 * @param absences why a property is null: key {@code Type/id/property} ({@code Building/3#/height}), or {@code Type/subjectId}
 *     for a fact whose id is null ({@code Type/?} where its type is no subject); a null property without an entry is missing by
 *     its own name
 * @param letters conditions letters as submitted, null where that layer was not supplied; the id of a Condition fact is
 *     {@code letter id/line id} with what the projection appends
 * @param declared the applicant's indicators by site, exact as written; null = no such table
 * @param outlines for the plan
 * @param reach within which pairs were looked for, null = not set
 * @param sunlight the study of the windows that the scheme writes, null where it writes none
 * @param elevations of the buildings of the scheme, for drawing; null in records of versions that had none
 * @param settingOut how exactly a building is set out, null = not set
 */
public record SchemeRecord(
        String name,
        String sha256,
        String crs,
        Dates dates,
        Project project,
        List<Letter> letters,
        List<Fact> facts,
        Map<String, List<Missing>> absences,
        List<Measure> measures,
        List<Declared> declared,
        List<Outline> outlines,
        Reach reach,
        Sunlight sunlight,
        List<Elevation> elevations,
        SettingOut settingOut) {
    /** Pairs farther apart than {@code distance} (m) were not looked at; {@code beyond} of them. */
    public record Reach(BigDecimal distance, int beyond) {}

    /** Without windows for sunlight, elevations and a tolerance of setting out. */
    public SchemeRecord(
            String name,
            String sha256,
            String crs,
            Dates dates,
            Project project,
            List<Letter> letters,
            List<Fact> facts,
            Map<String, List<Missing>> absences,
            List<Measure> measures,
            List<Declared> declared,
            List<Outline> outlines,
            Reach reach) {
        this(
                name, sha256, crs, dates, project, letters, facts, absences, measures, declared, outlines, reach, null,
                null, null);
    }

    /** The same record with other outlines. */
    public SchemeRecord with(List<Outline> shown) {
        return with(dates, facts, measures, shown, settingOut);
    }

    /** The same record with other facts and measures. */
    public SchemeRecord with(List<Fact> otherFacts, List<Measure> otherMeasures) {
        return with(dates, otherFacts, otherMeasures, outlines, settingOut);
    }

    /** The same record with another tolerance of setting out. */
    public SchemeRecord with(SettingOut tolerance) {
        return with(dates, facts, measures, outlines, tolerance);
    }

    /** The same record with one date standing for all. */
    public SchemeRecord asOf(LocalDate date) {
        return on(Dates.allOn(date));
    }

    /** The same record with other dates. */
    public SchemeRecord on(Dates others) {
        return with(others, facts, measures, outlines, settingOut);
    }

    private SchemeRecord with(
            Dates on, List<Fact> read, List<Measure> measured, List<Outline> shown, SettingOut tolerance) {
        return new SchemeRecord(
                name,
                sha256,
                crs,
                on,
                project,
                letters,
                read,
                absences,
                measured,
                declared,
                shown,
                reach,
                sunlight,
                elevations,
                tolerance);
    }
}
