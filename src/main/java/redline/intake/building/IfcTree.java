package redline.intake.building;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What belongs to what: spaces and storeys by aggregation, elements by containment. */
final class IfcTree {
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Integer> contents = new HashMap<>();

    private IfcTree() {}

    static IfcTree of(StepFile file) throws IOException {
        IfcTree tree = new IfcTree();
        Set<Integer> spaces = new HashSet<>(ids(file, "IFCSPACE"));
        for (int id : file.ids("IFCRELAGGREGATES")) {
            StepInstance relation = file.instance(id);
            for (int child : relation.references(5)) {
                tree.parents.putIfAbsent(child, relation.reference(4));
                if (spaces.contains(child)) {
                    tree.contents.merge(relation.reference(4), 1, Integer::sum);
                }
            }
        }
        for (int id : file.ids("IFCRELCONTAINEDINSPATIALSTRUCTURE")) {
            StepInstance relation = file.instance(id);
            List<Integer> elements = relation.references(4);
            elements.stream()
                    .filter(spaces::contains)
                    .forEach(space -> tree.parents.putIfAbsent(space, relation.reference(5)));
            tree.contents.merge(relation.reference(5), elements.size(), Integer::sum);
        }
        return tree;
    }

    /** The ids of these types, type by type. */
    static List<Integer> ids(StepFile file, String... types) {
        List<Integer> ids = new ArrayList<>();
        for (String type : types) {
            for (int id : file.ids(type)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The nearest one above of these, 0 where there is none. */
    int above(int id, Collection<Integer> wanted) {
        int at = id;
        for (int steps = 0; steps < Limits.DEEPEST; steps++) {
            at = parents.getOrDefault(at, 0);
            if (at == 0 || wanted.contains(at)) {
                return at;
            }
        }
        return 0;
    }

    /** How many elements and spaces stand on it. */
    int contents(int id) {
        return contents.getOrDefault(id, 0);
    }
}
