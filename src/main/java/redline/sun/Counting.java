package redline.sun;

import java.util.Comparator;

/**
 * How hours of sunlight are counted.
 *
 * @param from begin of the time that counts (有效日照时间带), apparent solar time in hours
 * @param to its end
 * @param continuous only the longest stretch counts (连续日照), else all together (累计日照)
 * @param leastMinutes a stretch shorter than this does not count
 * @param mostStretches how many stretches may be added, the longest first; null for any number
 * @param leastSweep least angle in plan between the sun's rays and the wall, degrees
 * @param fullWindow the window counts as lit while both ends of its sill are (满窗), else while the middle is
 */
public record Counting(
        double from,
        double to,
        boolean continuous,
        double leastMinutes,
        Integer mostStretches,
        double leastSweep,
        boolean fullWindow) {
    /** The same, looking from both ends of a sill or from its middle. */
    public Counting atEnds(boolean both) {
        return new Counting(from, to, continuous, leastMinutes, mostStretches, leastSweep, both);
    }

    /** The same, only the longest stretch or all together. */
    public Counting inOneStretch(boolean one) {
        return new Counting(from, to, one, leastMinutes, mostStretches, leastSweep, fullWindow);
    }

    /** The same with stretches from so many minutes on. */
    public Counting from(double minutes) {
        return new Counting(from, to, continuous, minutes, mostStretches, leastSweep, fullWindow);
    }

    /** The same in a time that begins and ends so many hours later. */
    public Counting shifted(double hours) {
        return new Counting(from + hours, to + hours, continuous, leastMinutes, mostStretches, leastSweep, fullWindow);
    }

    /** Hours that count of the stretches in which something is lit. */
    public double hours(Spans lit) {
        return continuous || mostStretches != null ? counted(lit).hours() : lit.hours(from, to, leastMinutes / 60);
    }

    /** The stretches that count. */
    public Spans counted(Spans lit) {
        Spans enough = lit.and(Spans.of(from, to)).notShorterThan(leastMinutes / 60);
        int most = continuous ? 1 : mostStretches == null ? Integer.MAX_VALUE : mostStretches;
        if (enough.list().size() <= most) {
            return enough;
        }
        return enough.list().stream()
                .sorted(Comparator.comparingDouble(Spans.Span::hours).reversed())
                .limit(most)
                .map(span -> Spans.of(span.from(), span.to()))
                .reduce(Spans.NONE, Spans::or);
    }
}
