package redline.upload;

import redline.check.Readiness;
import redline.intake.Complaint;

/**
 * What the data check found.
 *
 * @param readiness which rules can be judged; null where something stands in the way of all of them
 * @param tooMuch why the rules were not tried to the end; else null
 */
public record DataCheck(Understanding understanding, Readiness readiness, Complaint tooMuch) {}
