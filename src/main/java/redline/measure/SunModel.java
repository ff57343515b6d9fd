package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.Scheme;
import redline.scheme.SunObstacle;
import redline.scheme.Volume;
import redline.scheme.Volume.ControlHeight;

/**
 * What stands in the sun's way: volumes from bottom to top, parapets, roofs and the obstacles of their own layer. What is not known of
 * them is kept as a doubt: a region where something may stand, with what is missing to say whether.
 */
final class SunModel {
    /** A region in which something may stand, as far as is known. */
    record Doubt(SunSolid region, Missing missing) {}

    private final Scheme scheme;
    private final List<SunSolid> solids = new ArrayList<>();
    private final List<SunSolid> uncertain = new ArrayList<>();
    private final List<Missing> uncertainRoofs = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Lacking anywhere = new Lacking();
    private final Frame frame;

    private SunModel(Scheme scheme, Frame frame) {
        this.scheme = scheme;
        this.frame = frame;
    }

    static SunModel of(Scheme scheme, Collection<PlacedBuilding> buildings, Frame frame) {
        SunModel model = new SunModel(scheme, frame);
        if (scheme.basis().footprints() != Basis.Source.DRAWING) {
            model.anywhere.add(
                    Missing.fact("basis.footprints", "图上轮廓(basis.footprints 为图)", "outlines on the drawing"));
        }
        if (scheme.buildings() == null) {
            model.anywhere.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        if (scheme.surroundings() == null) {
            model.anywhere.add(
                    Place.layer("surroundings", "周边建筑", "surrounding buildings").missing());
        }
        Map<String, List<SunObstacle>> parts = model.obstacles();
        buildings.forEach(building -> model.add(building, parts.getOrDefault(building.id(), List.of())));
        return model;
    }

    /** Everything that certainly stands. */
    List<SunSolid> solids() {
        return solids;
    }

    /** Roofs between eave and ridge whose shape is not known: they stand at most like this. */
    List<SunSolid> uncertain() {
        return uncertain;
    }

    /** What would make the roofs certain. */
    List<Missing> uncertainRoofs() {
        return uncertainRoofs;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    /** What is missing of things that may stand anywhere. */
    List<Missing> anywhere() {
        return anywhere.list();
    }

    /** Rows of the layer by building; a row whose building is not known may stand anywhere. */
    private Map<String, List<SunObstacle>> obstacles() {
        List<Element> rows = scheme.layers().get(Layer.SUN_OBSTACLES);
        if (rows == null) {
            anywhere.add(ElementMeasures.missing(Layer.SUN_OBSTACLES));
            return Map.of();
        }
        Map<String, List<SunObstacle>> byBuilding = new LinkedHashMap<>();
        for (Element row : rows) {
            SunObstacle obstacle = (SunObstacle) row;
            if (obstacle.building() == null) {
                anywhere.add(placeOf(obstacle).lacks("building", "所属建筑", "building"));
            } else {
                byBuilding
                        .computeIfAbsent(obstacle.building(), any -> new ArrayList<>())
                        .add(obstacle);
            }
        }
        return byBuilding;
    }

    private static Place placeOf(SunObstacle obstacle) {
        return ElementMeasures.placeOf(Layer.SUN_OBSTACLES, obstacle);
    }

    private void add(PlacedBuilding building, List<SunObstacle> parts) {
        parts.forEach(part -> part(building, part));
        boolean faces = parts.stream().anyMatch(part -> "ROOF_FACE".equals(part.kind()));
        if (building.volumes() == null) {
            anywhere.add(building.lacksVolumes());
            return;
        }
        for (PlacedVolume volume : building.volumes()) {
            volume(building, volume, faces);
        }
    }

    private void part(PlacedBuilding building, SunObstacle part) {
        Place place = placeOf(part);
        boolean face = "ROOF_FACE".equals(part.kind());
        if (part.kind() == null) {
            anywhere.add(place.lacks("kind", "种类", "kind"));
            return;
        }
        if (face ? part.outline() == null || part.line() == null : part.outline() == null && part.line() == null) {
            boolean line = face && part.outline() != null;
            anywhere.add(line ? place.lacks("line", "檐口线", "eaves line") : place.lacks("outline", "轮廓", "outline"));
            return;
        }
        Polygon outline = part.outline() == null ? null : frame.in(part.outline());
        LineString line = part.line() == null ? null : frame.in(part.line());
        BigDecimal bottom = part.bottom();
        BigDecimal top = part.top();
        double from = bottom == null ? SunSolid.FLOOR : bottom.doubleValue();
        double to = top == null ? SunSolid.SKY : top.doubleValue();
        SunSolid solid = face && bottom != null && top != null
                ? SunSolid.face(building, part.id(), outline, line, from, to)
                : outline != null
                        ? SunSolid.prism(building, part.id(), outline, from, to)
                        : SunSolid.wall(building, part.id(), line, from, to);
        if (bottom == null) {
            doubts.add(new Doubt(solid, place.lacks("bottom", "底标高", "bottom level")));
        }
        if (top == null) {
            doubts.add(new Doubt(solid, place.lacks("top", "顶标高", "top level")));
        }
        if (bottom != null && top != null) {
            solids.add(solid);
        }
    }

    private void volume(PlacedBuilding building, PlacedVolume placed, boolean faces) {
        Volume volume = placed.volume();
        Place place = placed.place();
        if (volume.footprint() == null || volume.footprint().isEmpty()) {
            // a basement of unknown outline lies below the ground wherever it is
            if (!placed.isBasement()) {
                anywhere.add(place.lacks("footprint", "轮廓", "footprint"));
            }
            return;
        }
        Polygon footprint = frame.in(volume.footprint());
        if (volume.role() == null) {
            doubts.add(new Doubt(
                    SunSolid.prism(building, volume.id(), footprint, SunSolid.FLOOR, SunSolid.SKY),
                    placed.lacksRole()));
            return;
        }
        if (placed.isBasement()) {
            return; // it lies in the ground; what rises above is a volume or an obstacle of its own
        }
        boolean raised = volume.role() == Volume.Role.TOWER;
        if (raised && volume.bottom() == null) {
            doubts.add(new Doubt(
                    SunSolid.prism(building, volume.id(), footprint, SunSolid.FLOOR, SunSolid.SKY),
                    place.lacks("bottom", "底标高", "bottom level")));
            return;
        }
        // the whole of a building and its podium stand on the ground, whatever their bottom is called
        double bottom = raised ? volume.bottom().doubleValue() : SunSolid.FLOOR;
        new Roof(building, placed, footprint, bottom, faces).add();
    }

    /** The body of one volume above ground and what its roof adds. */
    private final class Roof {
        private final PlacedBuilding building;
        private final Volume volume;
        private final Place place;
        private final Polygon footprint;
        private final double bottom;
        private final boolean faces;
        private final Missing lacksPoints;

        Roof(PlacedBuilding building, PlacedVolume placed, Polygon footprint, double bottom, boolean faces) {
            this.building = building;
            this.volume = placed.volume();
            this.place = placed.place();
            this.footprint = footprint;
            this.bottom = bottom;
            this.faces = faces;
            this.lacksPoints = place.lacks("controlHeights", "控制点标高", "control heights");
        }

        void add() {
            List<ControlHeight> points = volume.controlHeights();
            boolean read = points != null && points.stream().allMatch(p -> p.point() != null && p.elevation() != null);
            Building.Roof form = building.building().roof();
            if (volume.top() == null) {
                doubt(read ? highest(points) : bottom, SunSolid.SKY, place.lacks("top", "顶标高", "top level"));
            }
            if (!read) {
                boolean flat = form == Building.Roof.FLAT && volume.top() != null;
                double from = flat ? volume.top().doubleValue() : bottom;
                if (flat) {
                    solid(from);
                }
                doubt(from, SunSolid.SKY, lacksPoints);
                return;
            }
            boolean sloping = has(points, ControlHeight.Point.RIDGE)
                    || (form != Building.Roof.FLAT && has(points, ControlHeight.Point.EAVE));
            if (sloping) {
                sloping(points);
            } else if (points.isEmpty() && form != Building.Roof.FLAT) {
                Missing lacksForm = building.place().lacks("roof", "屋顶形式", "roof form");
                doubt(bottom, highest(points), form == null ? lacksForm : lacksPoints);
            } else {
                flat(points);
            }
        }

        /** Where its faces are not given it fills at least what is below the eave, at most what is below its highest point. */
        private void sloping(List<ControlHeight> points) {
            OptionalDouble eave = points.stream()
                    .filter(p -> p.point() == ControlHeight.Point.EAVE)
                    .mapToDouble(p -> p.elevation().doubleValue())
                    .min();
            double highest = highest(points);
            if (eave.isEmpty()) {
                doubt(bottom, highest, place.lacks("controlHeights", "檐口标高", "level of the eave"));
                return;
            }
            solid(eave.getAsDouble());
            if (!faces && highest > eave.getAsDouble()) {
                uncertain.add(SunSolid.prism(building, volume.id(), footprint, eave.getAsDouble(), highest));
                Text shape = new Text(
                        place.name().zh() + " 坡屋面形状(sunObstacles 的 ROOF_FACE)",
                        place.name().en() + " shape of the pitched roof (ROOF_FACE of sunObstacles)");
                uncertainRoofs.add(new Missing(place.path() + ".roof", shape, Missing.Kind.BASIS));
            }
        }

        /** Solid to its surface, with a parapet around; where no surface is told, solid to the top of the parapet. */
        private void flat(List<ControlHeight> points) {
            double edge = points.stream()
                    .mapToDouble(p -> p.elevation().doubleValue())
                    .max()
                    .orElse(volume.top() == null ? bottom : volume.top().doubleValue());
            double roof = points.stream()
                    .filter(p -> p.point() == ControlHeight.Point.ROOF_SURFACE)
                    .mapToDouble(p -> p.elevation().doubleValue())
                    .max()
                    .orElse(edge);
            solid(roof);
            if (edge > roof) {
                rings().forEach(ring -> solids.add(SunSolid.wall(building, volume.id(), ring, roof, edge)));
            }
            if (volume.top() != null && volume.top().doubleValue() > edge) {
                // something reaches higher than the points of its roof say
                doubt(roof, volume.top().doubleValue(), lacksPoints);
            }
        }

        private List<LineString> rings() {
            List<LineString> rings = new ArrayList<>();
            rings.add(line(footprint.getExteriorRing()));
            for (int i = 0; i < footprint.getNumInteriorRing(); i++) {
                rings.add(line(footprint.getInteriorRingN(i)));
            }
            return rings;
        }

        private LineString line(LinearRing ring) {
            return ring.getFactory().createLineString(ring.getCoordinates());
        }

        private double highest(List<ControlHeight> points) {
            double highest = volume.top() == null ? bottom : volume.top().doubleValue();
            for (ControlHeight point : points) {
                highest = Math.max(highest, point.elevation().doubleValue());
            }
            return highest;
        }

        private void solid(double top) {
            solids.add(SunSolid.prism(building, volume.id(), footprint, bottom, top));
        }

        private void doubt(double from, double to, Missing missing) {
            doubts.add(new Doubt(SunSolid.prism(building, volume.id(), footprint, from, to), missing));
        }
    }

    private static boolean has(List<ControlHeight> points, ControlHeight.Point point) {
        return points.stream().anyMatch(p -> p.point() == point);
    }

    /** Whether a sill lies within something that stands: its drawing and that of the volumes do not fit together. */
    boolean holds(SunSill sill) {
        return DoubleStream.of(0.01, 0.5, 0.99)
                .mapToObj(sill::before)
                .anyMatch(at -> solids.stream()
                        .anyMatch(solid -> solid.form() == Sunlight.Form.PRISM && solid.holds(at, sill.level())));
    }

    /** Footprint of what stands of a building at a level. */
    Geometry at(PlacedBuilding building, double level) {
        List<Polygon> shapes = solids.stream()
                .filter(solid -> solid.building().id().equals(building.id())
                        && solid.form() == Sunlight.Form.PRISM
                        && solid.bottom() <= level
                        && solid.top() > level)
                .map(SunSolid::outline)
                .toList();
        return shapes.isEmpty() ? null : Frame.union(shapes);
    }
}
