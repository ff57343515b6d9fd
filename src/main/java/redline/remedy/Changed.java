package redline.remedy;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import redline.quantity.Text;
import redline.scheme.Building;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.Scheme;
import redline.scheme.SunObstacle;
import redline.scheme.SunWindow;
import redline.scheme.Volume;

/** A scheme with one building of its own changed. */
final class Changed {
    private Changed() {}

    /** With its windows and what stands on it. */
    static Scheme by(Scheme scheme, Change.Move move) {
        AffineTransformation there = AffineTransformation.translationInstance(
                move.east().doubleValue(), move.north().doubleValue());
        return with(
                scheme,
                move.building(),
                building -> building.with(each(building, volume -> moved(volume, there))),
                element -> moved(element, there));
    }

    private static Volume moved(Volume volume, AffineTransformation there) {
        List<Volume.Face> faces = volume.faces() == null
                ? null
                : volume.faces().stream()
                        .map(face -> new Volume.Face(moved(face.line(), there), face.kind()))
                        .toList();
        return new Volume(
                volume.id(),
                volume.role(),
                moved(volume.footprint(), there),
                volume.bottom(),
                volume.top(),
                volume.controlHeights(),
                volume.storeys(),
                faces);
    }

    private static Element moved(Element element, AffineTransformation there) {
        if (element instanceof SunWindow w) {
            LineString line = moved(w.line(), there);
            return new SunWindow(
                    w.id(), w.name(), w.parcel(), w.building(), w.dwelling(), w.room(), w.storey(), line, w.sill());
        }
        SunObstacle o = (SunObstacle) element;
        Polygon outline = moved(o.outline(), there);
        LineString line = moved(o.line(), there);
        return new SunObstacle(
                o.id(), o.name(), o.parcel(), o.building(), o.kind(), outline, line, o.bottom(), o.top());
    }

    @SuppressWarnings("unchecked") // a transformation keeps the kind of geometry
    private static <G extends Geometry> G moved(G geometry, AffineTransformation there) {
        return geometry == null ? null : (G) there.transform(geometry);
    }

    /** Every part that is higher than the new top comes down to it, and what stands on the roof with it. */
    static Scheme by(Scheme scheme, Change.Lower lower) {
        BigDecimal highest = highest(building(scheme, lower.building()));
        BigDecimal top = highest.subtract(lower.metres());
        return with(
                scheme,
                lower.building(),
                building -> building.with(
                        building.declaredHeight() == null
                                ? null
                                : building.declaredHeight().subtract(lower.metres()),
                        each(building, volume -> lowered(volume, top))),
                element -> lowered(element, top, lower.metres()));
    }

    private static Volume lowered(Volume volume, BigDecimal top) {
        if (volume.top() == null || volume.top().compareTo(top) <= 0) {
            return volume;
        }
        BigDecimal less = volume.top().subtract(top);
        List<Volume.ControlHeight> heights = volume.controlHeights() == null
                ? null
                : volume.controlHeights().stream()
                        .map(height -> new Volume.ControlHeight(
                                height.point(),
                                height.elevation() == null
                                        ? null
                                        : height.elevation().subtract(less)))
                        .toList();
        return new Volume(
                volume.id(),
                volume.role(),
                volume.footprint(),
                volume.bottom(),
                top,
                heights,
                volume.storeys(),
                volume.faces());
    }

    private static Element lowered(Element element, BigDecimal top, BigDecimal less) {
        if (element instanceof SunObstacle o
                && o.bottom() != null
                && o.top() != null
                && o.bottom().compareTo(top) >= 0) {
            return new SunObstacle(
                    o.id(),
                    o.name(),
                    o.parcel(),
                    o.building(),
                    o.kind(),
                    o.outline(),
                    o.line(),
                    o.bottom().subtract(less),
                    o.top().subtract(less));
        }
        return element;
    }

    static Building building(Scheme scheme, String id) {
        return Stream.ofNullable(scheme.buildings())
                .flatMap(List::stream)
                .filter(building -> id.equals(building.id()))
                .findFirst()
                .orElse(null);
    }

    /** Elevation of the highest part, m; null where it is not known of all. */
    static BigDecimal highest(Building building) {
        if (building == null || building.volumes() == null || building.volumes().isEmpty()) {
            return null;
        }
        List<BigDecimal> tops = building.volumes().stream()
                .map(Volume::top)
                .filter(Objects::nonNull)
                .toList();
        return tops.size() < building.volumes().size()
                ? null
                : tops.stream().max(BigDecimal::compareTo).orElseThrow();
    }

    /** A building as people call it. */
    static Text name(Building building) {
        return Text.same(building.name() == null ? building.id() : building.name());
    }

    private static List<Volume> each(Building building, UnaryOperator<Volume> change) {
        return building.volumes() == null
                ? null
                : building.volumes().stream().map(change).toList();
    }

    private static Scheme with(
            Scheme s, String building, UnaryOperator<Building> change, UnaryOperator<Element> element) {
        List<Building> buildings = s.buildings().stream()
                .map(b -> building.equals(b.id()) ? change.apply(b) : b)
                .toList();
        Map<Layer, List<Element>> layers = new EnumMap<>(Layer.class);
        s.layers().forEach((layer, elements) -> layers.put(layer, elements(elements, building, element)));
        return s.with(buildings, layers);
    }

    private static List<Element> elements(List<Element> elements, String building, UnaryOperator<Element> change) {
        return elements.stream()
                .map(element -> building.equals(standsOn(element)) ? change.apply(element) : element)
                .toList();
    }

    /** The building that carries a window or an obstacle; null for all that stays where it is. */
    private static String standsOn(Element element) {
        if (element instanceof SunWindow window) {
            return window.building();
        }
        return element instanceof SunObstacle obstacle ? obstacle.building() : null;
    }
}
