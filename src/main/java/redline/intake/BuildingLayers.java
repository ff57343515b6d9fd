package redline.intake;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.Facility;
import redline.scheme.Gap;
import redline.scheme.Volume;

/** Buildings, their surroundings, the gaps between them, the lines of the area table, facilities. */
final class BuildingLayers {
    private BuildingLayers() {}

    /** {@code ids}: shared by buildings and surroundings. */
    static List<Building> buildings(Fields root, Sites sites, Set<String> ids) {
        return root.list("buildings", "building", fields -> building(fields, sites, ids, true));
    }

    /** Neighbours stand where they stand: their parcel is not inferred. */
    static List<Building> surroundings(Fields root, Sites sites, Set<String> ids) {
        return root.list("surroundings", "building", fields -> building(fields, sites, ids, false));
    }

    private static Building building(Fields fields, Sites sites, Set<String> ids, boolean own) {
        String id = fields.id(ids);
        if (id != null) {
            fields.session().name(Session.Named.BUILDING, id);
        }
        String name = fields.text("name");
        String parcel = own ? sites.parcel(fields) : fields.reference("parcel", Session.Named.PARCEL);
        String zone = fields.reference("zone", Session.Named.ZONE);
        if (zone != null && fields.session().names(Session.Named.ZONE, zone) && !sites.holds(parcel, zone)) {
            fields.complain(
                    "zone",
                    new Text(
                            "分区“" + zone + "”不在地块“" + parcel + "”内",
                            "Zone \"" + zone + "\" is not one of parcel \"" + parcel + "\""),
                    new Text("请核对 parcel 与 zone", "Check parcel and zone"));
        }
        Set<String> volumes = new HashSet<>();
        Polygon around = own ? sites.boundary(parcel) : null;
        return new Building(
                id,
                name,
                parcel,
                zone,
                fields.word("standing", Building.Standing.class),
                fields.code("use"),
                fields.number("ground", Magnitude.ELEVATION),
                fields.positive("declaredHeight", Magnitude.LENGTH),
                fields.number("declaredFarArea", Magnitude.AREA),
                fields.number("declaredAbove", Magnitude.AREA),
                fields.number("declaredBelow", Magnitude.AREA),
                fields.number("declaredFootprint", Magnitude.AREA),
                fields.whole("storeysAbove", 0, 300),
                fields.whole("dwellings", 0, 1_000_000),
                fields.whole("fireGrade", 1, 4),
                fields.word("roof", Building.Roof.class),
                fields.list("volumes", "volume", volume -> volume(volume, volumes, parcel, around)));
    }

    private static Volume volume(Fields fields, Set<String> ids, String parcel, Polygon around) {
        Polygon footprint = fields.polygon("footprint");
        SiteLayers.inside(fields, "footprint", footprint, parcel, around);
        Volume volume = new Volume(
                fields.id(ids),
                fields.word("role", Volume.Role.class),
                footprint,
                fields.number("bottom", Magnitude.ELEVATION),
                fields.number("top", Magnitude.ELEVATION),
                fields.list("controlHeights", "controlHeight", BuildingLayers::controlHeight),
                fields.list("storeys", "storey", BuildingLayers::storey),
                fields.list("faces", "face", BuildingLayers::face));
        if (volume.bottom() != null && volume.top() != null && volume.top().compareTo(volume.bottom()) <= 0) {
            fields.complain(
                    "top",
                    new Text(
                            "顶标高 " + volume.top().toPlainString() + " 不高于底标高 "
                                    + volume.bottom().toPlainString(),
                            "The top " + volume.top().toPlainString() + " is not above the bottom "
                                    + volume.bottom().toPlainString()),
                    new Text("bottom、top 都是绝对标高(m),请核对", "Bottom and top are elevations above datum in m; check them"));
        }
        return volume;
    }

    private static Volume.ControlHeight controlHeight(Fields fields) {
        return new Volume.ControlHeight(
                fields.word("point", Volume.ControlHeight.Point.class),
                fields.number("elevation", Magnitude.ELEVATION));
    }

    private static Volume.Storey storey(Fields fields) {
        return new Volume.Storey(
                fields.text("name"),
                fields.whole("count", 1, 300),
                fields.positive("height", Magnitude.LENGTH),
                fields.code("use"));
    }

    private static Volume.Face face(Fields fields) {
        return new Volume.Face(fields.lineString("line"), fields.word("kind", Volume.Face.Kind.class));
    }

    static List<Gap> gaps(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list("gaps", "gap", fields -> {
            Gap gap = new Gap(
                    fields.id(ids),
                    fields.reference("a", Session.Named.BUILDING),
                    fields.reference("b", Session.Named.BUILDING),
                    fields.word("side", Compass.class),
                    fields.number("distance", Magnitude.LENGTH),
                    fields.word("fireWall", Gap.FireWall.class),
                    fields.truth("wallsNonCombustible"),
                    fields.truth("combustibleEaves"),
                    fields.truth("openingsFacing"),
                    fields.number("openingShare", Magnitude.SHARE),
                    fields.truth("lowerRoofRated"));
            if (gap.a() != null && gap.a().equals(gap.b())) {
                fields.complain(
                        "b",
                        new Text("a 与 b 是同一栋建筑", "a and b are the same building"),
                        new Text("间距是两栋建筑之间的,请改正其中一个", "A gap lies between two buildings; correct one of them"));
            }
            return gap;
        });
    }

    static List<AreaElement> areaElements(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list(
                "areaElements",
                "areaElement",
                fields -> new AreaElement(
                        fields.id(ids),
                        fields.reference("building", Session.Named.BUILDING),
                        fields.text("storey"),
                        fields.text("kind"),
                        fields.code("use"),
                        fields.truth("belowGround"),
                        fields.number("area", Magnitude.AREA),
                        fields.whole("count", 1, 10_000),
                        SiteLayers.coefficient(fields, "areaCoefficient"),
                        farCoefficient(fields),
                        fields.truth("inFootprint"),
                        fields.polygon("outline"),
                        fields.table("detail", "elementDetail", BuildingLayers::detail)));
    }

    private static AreaElement.Detail detail(Fields fields) {
        return new AreaElement.Detail(
                fields.word("form", AreaElement.Detail.FORMS),
                fields.number("storeyHeight", Magnitude.LENGTH),
                fields.number("clearHeight", Magnitude.LENGTH),
                fields.truth("insideMain"),
                fields.truth("enclosed"),
                fields.number("sillStep", Magnitude.LENGTH),
                fields.number("projection", Magnitude.LENGTH),
                fields.truth("columns"),
                fields.truth("railed"),
                fields.number("roofAboveGround", Magnitude.ELEVATION),
                fields.number("roofAboveRoads", Magnitude.ELEVATION),
                fields.number("unitArea", Magnitude.AREA),
                fields.truth("processNeedsHeight"),
                fields.referenceAhead("dwellingType", Session.Named.DWELLING_TYPE));
    }

    /** A tall storey may count twice or three times; more than that is a slip. */
    private static BigDecimal farCoefficient(Fields fields) {
        BigDecimal coefficient = fields.number("farCoefficient", Magnitude.NUMBER);
        if (coefficient != null && coefficient.compareTo(BigDecimal.TEN) > 0) {
            fields.complain(
                    "farCoefficient",
                    new Text(
                            "计容系数 " + coefficient.toPlainString() + " 大于 10",
                            "The coefficient " + coefficient.toPlainString() + " is more than 10"),
                    new Text(
                            "请核对:0 不计容,1 计容,层高超限时可大于 1",
                            "Check it: 0 not counted, 1 counted, more than 1 for storeys that are too high"));
        }
        return coefficient;
    }

    static List<Facility> facilities(Fields root, Sites sites) {
        Set<String> ids = new HashSet<>();
        return root.list(
                "facilities",
                "facility",
                fields -> new Facility(
                        fields.id(ids),
                        sites.parcel(fields),
                        fields.reference("building", Session.Named.BUILDING),
                        fields.text("kind"),
                        fields.number("area", Magnitude.AREA),
                        fields.whole("storey", -20, 300),
                        fields.truth("handedOver")));
    }
}
