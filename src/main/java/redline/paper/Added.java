package redline.paper;

import java.util.List;
import java.util.stream.Stream;
import redline.finding.Conclusion;

/** A point that the officer added by hand, and the part of a paper that it stands in. */
public record Added(Conclusion.Group group, Item item) {
    static List<Item> after(List<Item> items, List<Added> added, Conclusion.Group group) {
        return Stream.concat(
                        items.stream(),
                        added.stream().filter(one -> one.group() == group).map(Added::item))
                .toList();
    }
}
