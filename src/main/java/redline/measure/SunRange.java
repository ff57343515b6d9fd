package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import redline.sun.Window;
import redline.sun.WindowSun;

/**
 * The range of an analysis (客体建筑): from which buildings what the scheme adds (主体建筑) can take sun on the standard day. Looked for
 * along the foot of their façades, where there is least.
 */
final class SunRange {
    /** Along façades, m (domain B.3: building faces at 0.6 to 1.0). */
    private static final double STEP = 1;

    private final SunLook look;
    private final Frame frame;
    private final Map<String, Trace<Boolean>> taken = new LinkedHashMap<>();

    SunRange(SunLook look, SunModel model, Frame frame, Collection<PlacedBuilding> buildings, SunSettings.Day day) {
        this.look = look;
        this.frame = frame;
        List<Window> faces = new ArrayList<>();
        Map<String, PlacedBuilding> looked = new LinkedHashMap<>();
        for (PlacedBuilding building : buildings) {
            Lacking lacking = new Lacking();
            lacking.addAll(model.anywhere());
            List<Polygon> footprints = lacking.need(building.footprints());
            Double level = lacking.need(foot(building));
            if (lacking.isAny()) {
                taken.put(building.id(), lacking.trace());
            } else if (footprints.isEmpty()) {
                taken.put(building.id(), Trace.known(false));
            } else {
                looked.put(building.id(), building);
                faces(building, footprints, level, faces);
            }
        }
        List<WindowSun> suns = look.onlyAdded(faces, day);
        Map<String, Lacking> open = new LinkedHashMap<>();
        for (WindowSun sun : suns) {
            look(sun, open);
        }
        looked.keySet()
                .forEach(id -> taken.putIfAbsent(
                        id, open.containsKey(id) ? open.get(id).trace() : Trace.known(false)));
    }

    /** Whether what is added takes sun from a building anywhere. */
    Trace<Boolean> taken(String building) {
        return taken.get(building);
    }

    private void look(WindowSun sun, Map<String, Lacking> open) {
        String building = sun.window().building();
        for (WindowSun.Taker taker : sun.takers()) {
            SunLook.Added added = look.added(taker.owner());
            if (added.building().id().equals(building)) {
                continue;
            }
            if (added.missing() == null) {
                taken.put(building, Trace.known(true));
            } else {
                open.computeIfAbsent(building, any -> new Lacking()).add(added.missing());
            }
        }
    }

    /** The outdoor ground, or the lowest bottom that is stated. */
    private static Trace<Double> foot(PlacedBuilding building) {
        Missing lacks = building.place().lacks("ground", "室外设计地面标高", "outdoor ground level");
        return Trace.of(building.building().ground(), lacks).map(BigDecimal::doubleValue);
    }

    private void faces(PlacedBuilding building, List<Polygon> footprints, double level, List<Window> faces) {
        Geometry outline = Frame.union(footprints.stream().map(frame::in).toList());
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            Polygon part = (Polygon) outline.getGeometryN(i).norm();
            along(building, part.getExteriorRing(), level, faces);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                along(building, part.getInteriorRingN(hole), level, faces);
            }
        }
    }

    /** Rings in normal form: the shell clockwise, holes the other way, what is built always to the right. */
    private static void along(PlacedBuilding building, LinearRing ring, double level, List<Window> faces) {
        Coordinate[] corners = ring.getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            Coordinate a = corners[i - 1];
            Coordinate b = corners[i];
            double length = a.distance(b);
            int parts = (int) Math.max(1, Math.ceil(length / STEP));
            double nx = -(b.y - a.y) / length;
            double ny = (b.x - a.x) / length;
            for (int part = 0; part < parts; part++) {
                double from = (double) part / parts;
                double to = (double) (part + 1) / parts;
                faces.add(new Window(
                        building.id() + "/" + faces.size(),
                        building.id(),
                        a.x + from * (b.x - a.x),
                        a.y + from * (b.y - a.y),
                        a.x + to * (b.x - a.x),
                        a.y + to * (b.y - a.y),
                        level,
                        nx,
                        ny));
            }
        }
    }
}
