package redline.sun;

import java.util.AbstractList;
import java.util.List;

/** Who takes the sun away from a window: looked for when somebody asks, as few do of all windows. */
final class Takers extends AbstractList<WindowSun.Taker> {
    private final Sky sky;
    private final Counting counting;
    private final Window window;
    private volatile List<WindowSun.Taker> known;

    Takers(Sky sky, Counting counting, Window window) {
        this.sky = sky;
        this.counting = counting;
        this.window = window;
    }

    @Override
    public WindowSun.Taker get(int index) {
        return known().get(index);
    }

    @Override
    public int size() {
        return known().size();
    }

    private List<WindowSun.Taker> known() {
        if (known == null) {
            Sky.Looker looker = sky.looker();
            Sight sight =
                    Sight.of(looker, counting, looker.near(window.places(), window.sill()), window, window.sill());
            Sky.Shade shade = sight.from(window.sill()).shade(sky.day());
            known = shade.who().stream()
                    .map(owner -> new WindowSun.Taker(
                            sky.obstacles().owners().get(owner),
                            shade.by(other -> other == owner).and(sight.open())))
                    .filter(taker -> !taker.when().isEmpty())
                    .toList();
        }
        return known;
    }
}
