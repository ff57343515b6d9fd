package redline.sun;

import java.util.AbstractList;
import java.util.List;

/** Who takes the sun away: worked out when somebody asks. */
final class Takers extends AbstractList<WindowSun.Taker> {
    private final List<String> owners;
    private final Sky.Shade shade;
    private final Spans open;
    private volatile List<WindowSun.Taker> known;

    Takers(List<String> owners, Sky.Shade shade, Spans open) {
        this.owners = owners;
        this.shade = shade;
        this.open = open;
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
            known = shade.who().stream()
                    .map(owner -> new WindowSun.Taker(
                            owners.get(owner), shade.by(other -> other == owner).and(open)))
                    .filter(taker -> !taker.when().isEmpty())
                    .toList();
        }
        return known;
    }
}
