package redline.intake.building;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Which parts make up which building. Each part is taken once, whatever parents and children say: a file may hold cycles. */
final class Families {
    private final Map<String, JsonObject> objects;
    private final Map<String, List<JsonObject>> partsByBuilding = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Families(Map<String, JsonObject> objects, Troubles troubles) {
        this.objects = objects;
        Map<String, List<String>> children = new HashMap<>();
        for (JsonObject object : objects.values()) {
            object.children.forEach(child -> children.computeIfAbsent(object.id, none -> new ArrayList<>())
                    .add(child));
            for (String parent : object.parents) {
                if (!objects.containsKey(parent)) {
                    troubles.add(
                            object.from(),
                            new Text(
                                    "上级 " + Troubles.shortened(parent) + " 不在文件里",
                                    "Its parent " + Troubles.shortened(parent) + " is not in the file"),
                            CityWords.MEND_TREE);
                } else if (!objects.get(parent).children.contains(object.id)) {
                    children.computeIfAbsent(parent, none -> new ArrayList<>()).add(object.id);
                }
            }
        }
        for (JsonObject object : objects.values()) {
            if (object.type.equals("Building")) {
                partsByBuilding.put(object.id, collect(object, children, troubles));
            }
        }
    }

    private List<JsonObject> collect(JsonObject building, Map<String, List<String>> children, Troubles troubles) {
        List<JsonObject> parts = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(children.getOrDefault(building.id, List.of()));
        while (!open.isEmpty()) {
            String id = open.poll();
            JsonObject child = objects.get(id);
            if (child == null) {
                troubles.add(
                        building.from(),
                        new Text(
                                "下级 " + Troubles.shortened(id) + " 不在文件里",
                                "Its child " + Troubles.shortened(id) + " is not in the file"),
                        CityWords.MEND_TREE);
            } else if (child.type.equals("Building") || child.type.equals("BuildingPart") && !taken.add(id)) {
                troubles.add(
                        building.from(),
                        new Text(
                                "下级 " + Troubles.shortened(id) + " 已属于另一栋建筑，或互为上下级",
                                "Its child " + Troubles.shortened(id)
                                        + " belongs to another building already, or is its own ancestor"),
                        CityWords.MEND_TREE);
            } else if (child.type.equals("BuildingPart")) {
                parts.add(child);
                open.addAll(children.getOrDefault(id, List.of()));
            }
        }
        return parts;
    }

    List<JsonObject> partsOf(JsonObject building) {
        return partsByBuilding.getOrDefault(building.id, List.of());
    }

    /** A part of no building stands for itself. */
    boolean orphan(JsonObject object) {
        return object.type.equals("BuildingPart") && !taken.contains(object.id);
    }
}
