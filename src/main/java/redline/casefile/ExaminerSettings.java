package redline.casefile;

import java.util.function.BiFunction;
import redline.intake.Source;
import redline.upload.Examination;
import redline.upload.RuleShelf;

/**
 * What rounds are judged with.
 *
 * @param conditions the planning conditions of a letter of the register, by its id, for a parcel, by its id in the scheme
 * @param crs of files that do not say theirs, {@code EPSG:4549}
 * @param workers rounds judged at the same time
 * @param address where it is said whether a report is of this office, printed on it; empty where nowhere
 */
public record ExaminerSettings(
        RuleShelf rules,
        BiFunction<String, String, Source> conditions,
        Examination.Limits limits,
        String crs,
        int workers,
        String address) {}
