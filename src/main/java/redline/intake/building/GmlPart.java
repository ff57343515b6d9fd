package redline.intake.building;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.file.Troubles;

/** A city object while it is read: its geometries may point at faces that follow only later. */
final class GmlPart {
    final String type;
    final String id;
    final TreeMap<String, String> attributes = new TreeMap<>();
    final List<GmlBody> bodies = new ArrayList<>();

    /** Faces of its boundary surfaces, by level of detail. */
    final Map<String, List<Item>> boundary = new TreeMap<>();

    final List<GmlPart> parts = new ArrayList<>();

    GmlPart(String type, String id) {
        this.type = type;
        this.id = id;
    }

    /** A face, or a link to one or several of them. */
    record Item(Face face, String link, boolean turned) {}

    record GmlBody(String type, String lod, List<List<List<Item>>> solids, List<Item> surfaces) {}

    String from() {
        return Troubles.shortened(type + " " + id);
    }

    Part resolved(GmlFaces faces) {
        List<Body> resolved = new ArrayList<>();
        Map<String, List<Item>> loose = new TreeMap<>(boundary);
        for (GmlBody body : bodies) {
            List<Face> surfaces = faces.of(body.surfaces());
            List<List<List<Face>>> solids = body.solids().stream()
                    .map(shells -> shells.stream().map(faces::of).toList())
                    .toList();
            // a solid mostly links to the faces of the boundary surfaces: only the others are added beside it
            surfaces.addAll(others(faces.of(loose.getOrDefault(body.lod(), List.of())), solids, surfaces));
            loose.remove(body.lod());
            resolved.add(new Body(body.type(), body.lod(), solids, surfaces));
        }
        loose.forEach((lod, items) -> resolved.add(new Body("MultiSurface", lod, List.of(), faces.of(items))));
        return new Part(type, id, from(), attributes, resolved);
    }

    private static List<Face> others(List<Face> boundary, List<List<List<Face>>> solids, List<Face> surfaces) {
        IdentityHashMap<List<double[]>, Boolean> there = new IdentityHashMap<>();
        surfaces.forEach(face -> there.put(face.rings(), true));
        solids.forEach(shells -> shells.forEach(shell -> shell.forEach(face -> there.put(face.rings(), true))));
        return boundary.stream()
                .filter(face -> !there.containsKey(face.rings()))
                .toList();
    }
}
