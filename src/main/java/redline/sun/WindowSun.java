package redline.sun;

import java.util.List;

/**
 * The sun at one window.
 *
 * @param before stretches in which it is lit without what the scheme adds, within the time that counts; all of them, also those too short to count
 * @param after the same with everything
 * @param hoursBefore what counts of {@code before}, hours
 * @param hoursAfter what counts of {@code after}, hours
 * @param takers who stands in the way and when, in the order of the obstacles' owners; several may at once
 */
public record WindowSun(
        Window window, Spans before, Spans after, double hoursBefore, double hoursAfter, List<Taker> takers) {
    public WindowSun {
        takers = takers instanceof Takers ? takers : List.copyOf(takers);
    }

    /** @param when the owner stands between the sun and the window, whoever else does */
    public record Taker(String owner, Spans when) {}
}
