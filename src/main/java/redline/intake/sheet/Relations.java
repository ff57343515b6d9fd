package redline.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a part of the package points to. What lies outside is known and never opened. */
final class Relations {
    /** @param type the last word of its URI, which is the same in both kinds of namespace: {@code worksheet} */
    record Relation(String id, String type, String target, boolean outside) {}

    private static final int MOST = 20_000;

    private final List<Relation> all = new ArrayList<>();

    private Relations() {}

    /** @param part the part that points, empty for the package itself */
    static Relations of(Archive archive, String part) throws SheetFault {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Relations relations = new Relations();
        if (!archive.has(name)) {
            return relations;
        }
        try (XmlPart xml = archive.xml(name)) {
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("Relationship") && relations.all.size() < MOST) {
                    relations.add(xml, folder);
                }
            }
        }
        return relations;
    }

    private void add(XmlPart xml, String folder) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id == null || type == null || target == null) {
            return;
        }
        boolean outside = "External".equals(xml.attribute("TargetMode"));
        all.add(new Relation(
                id, type.substring(type.lastIndexOf('/') + 1), outside ? target : inside(folder, target), outside));
    }

    /** {@code ../theme/x.xml} from {@code xl/worksheets/} is {@code xl/theme/x.xml}. */
    private static String inside(String folder, String target) {
        String whole = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> steps = new ArrayList<>();
        for (String step : whole.replace('\\', '/').split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    Optional<Relation> byId(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Relation> byType(String type) {
        return all.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    long count(String type) {
        return all.stream().filter(one -> one.type().equals(type)).count();
    }
}
