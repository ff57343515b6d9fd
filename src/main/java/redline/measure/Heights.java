package redline.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Volume.ControlHeight;

/**
 * 建筑高度: the highest counted point of all volumes above ground, above the outdoor design ground (domain B.4). Which points of a
 * roof count is a setting; where it is unset the height is known only if every choice gives the same. A volume that has no
 * control heights ({@code []}) ends at its top.
 */
final class Heights {
    private static final Missing DEFINITION = new Missing(
            "settings/heightPoints",
            new Text("建筑高度计至何处(女儿墙、檐口、屋脊)", "which points of a roof count for building height"),
            Missing.Kind.BASIS);

    private final boolean drawn;
    private final Set<ControlHeight.Point> counted;

    Heights(Basis basis, Settings settings) {
        this.drawn = basis.heights() == Basis.Source.DRAWING;
        this.counted = settings.heightPoints();
    }

    Taken of(PlacedBuilding building) {
        if (!drawn) {
            return Taken.declared(declared(building));
        }
        if (building.volumes() == null) {
            return Taken.unknown(building.lacksVolumes());
        }
        return above(building, building.aboveGround());
    }

    /**
     * Height of one volume. A table states the height of a whole building: a volume that is one of several above ground is read
     * from the drawing all the same.
     */
    Trace<BigDecimal> of(PlacedBuilding building, PlacedVolume volume) {
        if (!drawn) {
            List<Missing> roles = building.volumes().stream()
                    .filter(part -> part.volume().role() == null)
                    .map(PlacedVolume::lacksRole)
                    .toList();
            if (!roles.isEmpty()) {
                return Trace.unknown(roles);
            }
            if (building.aboveGround().size() == 1 && !volume.isBasement()) {
                return declared(building);
            }
        }
        return above(building, List.of(volume)).number();
    }

    private static Trace<BigDecimal> declared(PlacedBuilding building) {
        return Trace.of(
                building.building().declaredHeight(),
                building.place().lacks("declaredHeight", "建筑高度", "building height"));
    }

    private Taken above(PlacedBuilding building, List<PlacedVolume> volumes) {
        if (volumes.isEmpty()) {
            return Taken.amount(BigDecimal.ZERO, Provenance.COMPUTED, null, List.of());
        }
        Lacking lacking = new Lacking();
        BigDecimal ground = lacking.need(
                building.building().ground(), building.place().lacks("ground", "室外设计地面标高", "outdoor ground level"));
        Range highest = null;
        PlacedVolume governing = null;
        for (PlacedVolume volume : volumes) {
            if (volume.volume().role() == null) {
                lacking.add(volume.lacksRole());
            }
            Range top = lacking.need(top(volume));
            if (top != null && (highest == null || top.high().compareTo(highest.high()) > 0)) {
                governing = volume;
            }
            highest = top == null ? highest : top.orHigher(highest);
        }
        if (!lacking.isAny() && highest.low().compareTo(highest.high()) != 0) {
            lacking.add(DEFINITION);
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        String formula = Numbers.metres(highest.high()) + " − " + Numbers.metres(ground);
        return Taken.amount(
                highest.high().subtract(ground),
                Provenance.COMPUTED,
                governing.volume().footprint(),
                List.of(formula));
    }

    /** Lowest and highest elevation that a choice of points may give. */
    private record Range(BigDecimal low, BigDecimal high) {
        Range orHigher(Range other) {
            return other == null ? this : new Range(low.max(other.low), high.max(other.high));
        }
    }

    private Trace<Range> top(PlacedVolume volume) {
        List<ControlHeight> points = volume.volume().controlHeights();
        Missing lacksPoints = volume.place().lacks("controlHeights", "控制点标高", "control heights");
        if (points == null && !volume.isBasement()) {
            return Trace.unknown(List.of(lacksPoints));
        }
        if (volume.isBasement() || points.isEmpty()) {
            return Trace.of(volume.volume().top(), volume.place().lacks("top", "顶标高", "top elevation"))
                    .map(top -> new Range(top, top));
        }
        List<ControlHeight> relevant = points.stream()
                .filter(point -> counted == null || point.point() == null || counted.contains(point.point()))
                .toList();
        boolean allKnown = relevant.stream().allMatch(point -> point.point() != null && point.elevation() != null);
        if (relevant.isEmpty() || !allKnown) {
            return Trace.unknown(List.of(lacksPoints));
        }
        BigDecimal low = relevant.stream()
                .map(ControlHeight::elevation)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        BigDecimal high = relevant.stream()
                .map(ControlHeight::elevation)
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        return Trace.known(counted == null ? new Range(low, high) : new Range(high, high));
    }
}
