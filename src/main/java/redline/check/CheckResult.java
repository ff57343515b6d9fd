package redline.check;

import java.util.List;
import redline.fact.SchemeRecord;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.requirement.Ruling;

/**
 * One check, whole. Findings are in a fixed order (see {@code Check}); equal inputs give equal results.
 *
 * @param program version of the program that judged
 */
public record CheckResult(
        String program, SchemeRecord record, Ruling ruling, List<Finding> findings, Conclusion conclusion) {}
