package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.Volume;

/**
 * What is computed from the drawn shape and the storeys of a building above ground: heights and lengths in m, areas in m². The
 * long side is that of the smallest rectangle around the footprints together; a gable is a stated GABLE face.
 */
public record BuildingShape(
        Trace<BigDecimal> leastStoreyHeight,
        Trace<BigDecimal> greatestStoreyHeight,
        Trace<BigDecimal> footprint,
        Trace<BigDecimal> longSide,
        Trace<BigDecimal> perimeter,
        Trace<BigDecimal> gableWidth) {

    static BuildingShape of(PlacedBuilding building) {
        Trace<List<BigDecimal>> heights = storeyHeights(building);
        Trace<List<Polygon>> footprints = building.footprints();
        Trace<List<Polygon>> drawn = footprints.isKnown() && footprints.value().isEmpty()
                ? Trace.unknown(List.of(building.lacksVolumes()))
                : footprints;
        Trace<Geometry> outline = drawn.map(BuildingShape::together);
        return new BuildingShape(
                heights.map(all -> all.stream().min(BigDecimal::compareTo).orElseThrow()),
                heights.map(all -> all.stream().max(BigDecimal::compareTo).orElseThrow()),
                outline.map(Frame::area),
                outline.map(BuildingShape::longSide),
                outline.map(shape -> Frame.length(shape.getLength())),
                gableWidth(building));
    }

    /** 地上层数 as stated. */
    static Taken storeys(PlacedBuilding building) {
        Integer storeys = building.building().storeysAbove();
        return Taken.declared(Trace.of(
                storeys == null ? null : BigDecimal.valueOf(storeys),
                building.place().lacks("storeysAbove", "地上层数", "storeys above ground")));
    }

    private static Trace<List<BigDecimal>> storeyHeights(PlacedBuilding building) {
        if (building.volumes() == null) {
            return Trace.unknown(List.of(building.lacksVolumes()));
        }
        Lacking lacking = new Lacking();
        List<BigDecimal> heights = new ArrayList<>();
        for (PlacedVolume volume : building.aboveGround()) {
            if (volume.volume().role() == null) {
                lacking.add(volume.lacksRole());
            }
            Missing lacks = volume.place().lacks("storeys", "各层", "storeys");
            List<Volume.Storey> storeys = lacking.need(volume.volume().storeys(), lacks);
            for (Volume.Storey storey : Survey.orNone(storeys)) {
                Place place = volume.place().item("storeys", String.valueOf(storey.name()), name(storey));
                BigDecimal height = lacking.need(storey.height(), place.lacks("height", "层高", "storey height"));
                if (height != null) {
                    heights.add(height);
                }
            }
        }
        if (heights.isEmpty() && !lacking.isAny()) {
            lacking.add(building.place().lacks("volumes", "各层", "storeys"));
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(heights);
    }

    private static Text name(Volume.Storey storey) {
        String name = storey.name() == null ? "" : storey.name();
        return new Text(name + " 层", "storey " + name);
    }

    private static Geometry together(List<Polygon> footprints) {
        Frame frame = Frame.around(footprints);
        return Frame.union(footprints.stream().map(frame::in).toList());
    }

    private static BigDecimal longSide(Geometry outline) {
        Coordinate[] corners = MinimumDiameter.getMinimumRectangle(outline).getCoordinates();
        double one = corners[0].distance(corners[1]);
        double other = corners.length > 2 ? corners[1].distance(corners[2]) : 0;
        return Frame.length(Math.max(one, other));
    }

    private static Trace<BigDecimal> gableWidth(PlacedBuilding building) {
        if (building.volumes() == null) {
            return Trace.unknown(List.of(building.lacksVolumes()));
        }
        Lacking lacking = new Lacking();
        BigDecimal widest = null;
        for (PlacedVolume volume : building.aboveGround()) {
            if (volume.volume().role() == null) {
                lacking.add(volume.lacksRole());
            }
            Missing lacks = volume.place().lacks("faces", "各立面", "faces");
            List<Volume.Face> faces = lacking.need(volume.volume().faces(), lacks);
            for (Volume.Face face : Survey.orNone(faces)) {
                if (face.kind() == Volume.Face.Kind.GABLE
                        && face.line() != null
                        && !face.line().isEmpty()) {
                    BigDecimal width = Survey.lengthOf(face.line());
                    widest = widest == null ? width : widest.max(width);
                } else if (face.kind() == null || face.line() == null) {
                    lacking.add(lacks);
                }
            }
        }
        if (widest == null && !lacking.isAny()) {
            lacking.add(building.place().lacks("volumes", "山墙面", "gable faces"));
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(widest);
    }
}
