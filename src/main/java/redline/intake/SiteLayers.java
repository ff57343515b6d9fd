package redline.intake;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.relateng.RelateNG;
import redline.quantity.Text;
import redline.scheme.Access;
import redline.scheme.Compass;
import redline.scheme.ControlLine;
import redline.scheme.Green;
import redline.scheme.Parcel;
import redline.scheme.ParkingLot;
import redline.scheme.Road;
import redline.scheme.Side;

/** Layers of the ground: parcels, their sides, roads, control lines, greens, parking, accesses. */
final class SiteLayers {
    static final List<String> ROAD_CLASSES = List.of("EXPRESSWAY", "TRUNK", "SECONDARY", "BRANCH");
    static final List<String> BEYOND = List.of("ROAD", "PARCEL", "WATER", "GREEN", "NONE");

    private static final String INTERIORS_MEET = "T********";

    private SiteLayers() {}

    static List<Parcel> parcels(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list("parcels", "parcel", fields -> {
            String id = fields.id(ids);
            Polygon boundary = fields.polygon("boundary");
            Parcel parcel = new Parcel(
                    id,
                    fields.text("name"),
                    fields.text("code"),
                    fields.code("landUse"),
                    fields.positive("area", Magnitude.AREA),
                    boundary,
                    fields.list("zones", "zone", zone -> zone(zone, ids, id, boundary)));
            if (id != null) {
                fields.session().name(Session.Named.PARCEL, id);
            }
            return parcel;
        });
    }

    private static Parcel zone(Fields fields, Set<String> ids, String parcel, Polygon around) {
        String id = fields.id(ids);
        Polygon boundary = fields.polygon("boundary");
        inside(fields, "boundary", boundary, parcel, around);
        if (id != null) {
            fields.session().name(Session.Named.ZONE, id);
        }
        return new Parcel(
                id,
                fields.text("name"),
                fields.text("code"),
                fields.code("landUse"),
                fields.positive("area", Magnitude.AREA),
                boundary,
                List.of());
    }

    static List<Road> roads(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list("roads", "road", fields -> {
            String id = fields.id(ids);
            if (id != null) {
                fields.session().name(Session.Named.ROAD, id);
            }
            return new Road(
                    id,
                    fields.text("name"),
                    fields.word("roadClass", ROAD_CLASSES),
                    fields.positive("width", Magnitude.LENGTH),
                    fields.lineString("redLine"));
        });
    }

    static List<Side> sides(Fields root, Sites sites) {
        Set<String> ids = new HashSet<>();
        return root.list("sides", "side", fields -> {
            Side side = new Side(
                    fields.id(ids),
                    fields.text("name"),
                    sites.parcel(fields),
                    fields.word("compass", Compass.class),
                    fields.word("beyond", BEYOND),
                    fields.reference("road", Session.Named.ROAD),
                    fields.lineString("line"));
            if (side.id() != null) {
                fields.session().name(Session.Named.SIDE, side.id());
            }
            if (side.road() != null && side.beyond() != null && !side.beyond().equals("ROAD")) {
                fields.complain(
                        "road",
                        new Text(
                                "界线外是 " + side.beyond() + ",却写了道路",
                                "What lies beyond is " + side.beyond() + ", yet a road is named"),
                        new Text("beyond 改为 ROAD,或删去 road", "Set beyond to ROAD, or leave road out"));
            }
            return side;
        });
    }

    static List<ControlLine> controlLines(Fields root) {
        Set<String> ids = new HashSet<>();
        return root.list(
                "controlLines",
                "controlLine",
                fields -> new ControlLine(
                        fields.id(ids),
                        fields.text("name"),
                        fields.word("kind", ControlLine.Kind.class),
                        fields.number("width", Magnitude.LENGTH),
                        fields.word("grade", ControlLine.GRADES),
                        fields.number("voltage", Magnitude.NUMBER),
                        fields.linesOrAreas("geometry")));
    }

    static List<Green> greens(Fields root, Sites sites) {
        Set<String> ids = new HashSet<>();
        return root.list("greens", "green", fields -> {
            String id = fields.id(ids);
            String parcel = sites.parcel(fields);
            Polygon outline = fields.polygon("outline");
            inside(fields, "outline", outline, parcel, sites.boundary(parcel));
            return new Green(
                    id,
                    parcel,
                    fields.text("kind"),
                    fields.number("area", Magnitude.AREA),
                    coefficient(fields, "coefficient"),
                    outline);
        });
    }

    static List<ParkingLot> parking(Fields root, Sites sites) {
        Set<String> ids = new HashSet<>();
        return root.list("parking", "parkingLot", fields -> {
            String id = fields.id(ids);
            String parcel = sites.parcel(fields);
            Polygon outline = fields.polygon("outline");
            inside(fields, "outline", outline, parcel, sites.boundary(parcel));
            return new ParkingLot(
                    id,
                    parcel,
                    fields.word("kind", ParkingLot.Kind.class),
                    fields.word("place", ParkingLot.Place.class),
                    fields.whole("spaces", 0, 1_000_000),
                    fields.truth("visitor"),
                    outline);
        });
    }

    static List<Access> accesses(Fields root, Sites sites) {
        Set<String> ids = new HashSet<>();
        return root.list("accesses", "access", fields -> {
            Access access = new Access(
                    fields.id(ids),
                    fields.text("name"),
                    sites.parcel(fields),
                    fields.word("compass", Compass.class),
                    fields.reference("road", Session.Named.ROAD),
                    fields.number("width", Magnitude.LENGTH),
                    fields.number("angle", Magnitude.NUMBER),
                    fields.truth("inNoAccess"),
                    fields.point("place"));
            if (access.id() != null) {
                fields.session().name(Session.Named.ACCESS, access.id());
            }
            return access;
        });
    }

    /** A share of an area that counts; a bare number from 0 to 1. */
    static BigDecimal coefficient(Fields fields, String key) {
        BigDecimal coefficient = fields.number(key, Magnitude.NUMBER);
        if (coefficient != null && coefficient.compareTo(BigDecimal.ONE) > 0) {
            fields.complain(
                    key,
                    new Text(
                            "系数 " + coefficient.toPlainString() + " 大于 1",
                            "The coefficient " + coefficient.toPlainString() + " is more than 1"),
                    new Text("折算系数在 0 与 1 之间", "A coefficient lies between 0 and 1"));
        }
        return coefficient;
    }

    /** What lies wholly outside its parcel was drawn elsewhere or names the wrong one; what only overhangs is for rules to judge. */
    static void inside(Fields fields, String key, Geometry inner, String parcel, Polygon around) {
        if (inner == null || around == null) {
            return;
        }
        if (!RelateNG.relate(around, inner, INTERIORS_MEET)) {
            fields.complain(
                    key,
                    new Text(
                            "图形完全在地块“" + parcel + "”用地红线之外",
                            "The shape lies wholly outside the boundary of parcel \"" + parcel + "\""),
                    new Text("请核对坐标,或核对所属地块", "Check the coordinates, or which parcel it belongs to"));
        }
    }
}
