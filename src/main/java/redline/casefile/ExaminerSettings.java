package redline.casefile;

import java.util.function.Function;
import redline.intake.Source;
import redline.upload.Examination;
import redline.upload.RuleShelf;

/**
 * What rounds are judged with.
 *
 * @param conditions the planning conditions of a letter of the register, by its id
 * @param crs of files that do not say theirs, {@code EPSG:4549}
 * @param workers rounds judged at the same time
 */
public record ExaminerSettings(
        RuleShelf rules, Function<String, Source> conditions, Examination.Limits limits, String crs, int workers) {}
