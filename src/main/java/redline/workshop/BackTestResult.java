package redline.workshop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a back-test found.
 *
 * @param asIf the day of {@link BackTest.Mode#PROJECTED}
 * @param cases that were looked at, those that failed among them
 * @param failed how many could not be judged, by reason
 * @param failedCases the first of these by number
 * @param cancelled it was broken off, and is of the cases looked at until then
 */
public record BackTestResult(
        LocalDate asIf,
        long cases,
        Map<BackTest.Mode, Half> halves,
        Map<FailedCase.Why, Long> failed,
        List<FailedCase> failedCases,
        boolean cancelled) {
    /**
     * Of one mode.
     *
     * @param judged cases that were judged by both books
     * @param sameByNature cases for which all that the rules are made of on their dates is the same in both books; their answers
     *     are the same without judging them
     * @param answers (rule, subject) of the judged cases that were held against each other
     * @param flips answers whose verdict differs
     * @param flippedCases cases with at least one
     * @param boundsChanged answers with the same verdict by another bound
     * @param kinds flips by from what to what
     * @param kept flips by case, rule and subject; the first ones, where there are more than are kept
     */
    public record Half(
            long judged,
            long sameByNature,
            long answers,
            long flips,
            long flippedCases,
            long boundsChanged,
            SortedMap<Flip.Kind, Long> kinds,
            List<Flip> kept) {
        /** Flips that are counted and not in the list. */
        public long notListed() {
            return flips - kept.size();
        }
    }

    public long failedInAll() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }
}
