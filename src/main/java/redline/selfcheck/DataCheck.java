package redline.selfcheck;

import redline.check.Readiness;

/**
 * What the data check found.
 *
 * @param readiness which rules can be judged; null where something stands in the way of all of them
 */
record DataCheck(Understanding understanding, Readiness readiness) {}
