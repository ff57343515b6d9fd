package redline.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.scheme.Dates;
import redline.scheme.Declared;
import redline.scheme.Letter;
import redline.scheme.Project;

/**
 * Everything that rules, judgement and report see of one scheme. Same scheme, same settings: equal records.
 *
 * @param facts in a fixed order; a fact with a null id stands for what was not supplied
 * @param absences why a property is null: key {@code Type/id/property} ({@code Building/3#/height}), or {@code Type/subjectId}
 *     for a fact whose id is null; a null property without an entry is missing by its own name
 * @param incorporated of each conditions letter, null where not known
 * @param declared the applicant's indicators by site, exact as written; null = no such table
 * @param outlines for the plan
 * @param beyondReach how many pairs were not looked at because they lie farther apart than the reach, or null = reach unset
 */
public record SchemeRecord(
        String name,
        String sha256,
        String crs,
        Dates dates,
        Project project,
        List<String> letterNumbers,
        List<Letter.Incorporation> incorporated,
        List<Fact> facts,
        Map<String, List<Missing>> absences,
        List<Measure> measures,
        List<Declared> declared,
        List<Outline> outlines,
        Integer beyondReach) {
    /** The same record with one date standing for all. */
    public SchemeRecord asOf(LocalDate date) {
        return new SchemeRecord(
                name,
                sha256,
                crs,
                Dates.allOn(date),
                project,
                letterNumbers,
                incorporated,
                facts,
                absences,
                measures,
                declared,
                outlines,
                beyondReach);
    }
}
