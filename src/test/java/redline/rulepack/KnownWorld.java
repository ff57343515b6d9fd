package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.fact.Fact;

/** A scheme of which everything is known, for rules written in plain Java. */
record KnownWorld(List<Fact> facts, Map<String, Double> setbacks, Map<String, Double> parameters) {
    <F extends Fact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    double x() {
        return parameters.get("x");
    }

    List<Fact.Building> buildings() {
        return all(Fact.Building.class);
    }

    List<Fact.Side> sides() {
        return all(Fact.Side.class);
    }

    List<Fact.Road> roads() {
        return all(Fact.Road.class);
    }

    List<Fact.BuildingSide> buildingSides() {
        return all(Fact.BuildingSide.class);
    }

    List<Fact.Condition> conditions(String site, String item, String bound) {
        return all(Fact.Condition.class).stream()
                .filter(c -> c.site().equals(site)
                        && c.item().equals(item)
                        && c.bound().equals(bound))
                .toList();
    }

    /** The side of a building's boundary. */
    List<Fact.Side> sidesOf(Fact.BuildingSide of) {
        return sides().stream().filter(s -> s.id().equals(of.side())).toList();
    }
}
