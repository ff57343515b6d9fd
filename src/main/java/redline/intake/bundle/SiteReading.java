package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;

/** The site of a plan: parcels, their zones, and the sides that follow from their boundaries. */
final class SiteReading {
    private final Plan plan;
    private final Assembly assembly;
    /** Ids of parcels whose boundary stands in this file. */
    private final Set<String> drawn = new TreeSet<>();

    SiteReading(Plan plan, Assembly assembly) {
        this.plan = plan;
        this.assembly = assembly;
    }

    void read() {
        parcels();
        zones();
        if (!assembly.top().has("sides")) {
            sides();
        }
    }

    private void parcels() {
        List<Rings.Ring> sites = plan.outlines(Meaning.Kind.PARCEL);
        List<Assembly.Element> known = assembly.top().all("parcels");
        for (int i = 0; i < sites.size(); i++) {
            Rings.Ring site = sites.get(i);
            for (int k = 0; k < i; k++) {
                twice(sites.get(k), site);
            }
            String id = sites.size() == 1 && known.size() == 1
                    ? known.get(0).text("id")
                    : Optional.ofNullable(plan.fields().value(Meaning.Kind.PARCEL, site.feature(), "id"))
                            .orElse(sites.size() == 1 ? "A" : "A" + (i + 1));
            Origin origin = plan.origin(site.feature());
            Assembly.Element parcel = assembly.top().in("parcels", id, origin);
            parcel.put("boundary", site.shape(), origin);
            drawn.add(id);
            plan.fields().put(Meaning.Kind.PARCEL, site.feature(), parcel, origin);
        }
    }

    /** The same site twice in one file is a file with several drawings. */
    private void twice(Rings.Ring a, Rings.Ring b) {
        Polygon one = a.shape();
        Polygon other = b.shape();
        if (Math.abs(one.getArea() - other.getArea()) < 1e-3 * one.getArea()
                && !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            plan.complain(
                    b.layer() + " / " + b.from(),
                    "同样大小的用地红线有两处，文件里可能有几张图",
                    "Two site boundaries of one size: the file may hold several drawings",
                    "请框选总平面(--frame 西,南,东,北)",
                    "Frame the site plan (--frame west,south,east,north)");
        }
    }

    private void zones() {
        Around parcels = new Around();
        assembly.top().all("parcels").forEach(parcel -> parcels.add(parcel.text("boundary"), parcel));
        for (Rings.Ring zone : plan.outlines(Meaning.Kind.ZONE)) {
            parcels.of(zone.shape()).ifPresent(parcel -> {
                Origin origin = plan.origin(zone.feature());
                String id = plan.label(zone.shape(), text -> Optional.of(text.strip()))
                        .map(Plan.Labelled::value)
                        .orElse("分区" + (parcel.count("zones") + 1));
                parcel.in("zones", id, origin).put("boundary", zone.shape(), origin);
            });
        }
    }

    /** What lies beyond a side is known only where a road's red line runs along. */
    private void sides() {
        List<Geometry> redLines = new ArrayList<>();
        for (Feature road : plan.features(Meaning.Kind.ROAD)) {
            redLines.add(road.shape());
        }
        int number = 0;
        for (Assembly.Element parcel : assembly.top().all("parcels")) {
            if (!drawn.contains(parcel.text("id"))
                    || !(Shapes.read(parcel.text("boundary")) instanceof Polygon boundary)) {
                continue;
            }
            Origin origin = assembly.origins().get(parcel.path() + ".boundary");
            for (BoundarySides.Side side :
                    BoundarySides.of(boundary, plan.settings().cardinalWithin())) {
                Assembly.Element made = assembly.top().in("sides", "边" + ++number, origin);
                made.put("parcel", parcel.text("id"), origin);
                made.put("compass", side.compass(), origin);
                made.put("line", side.line(), origin);
                if (redLines.stream().anyMatch(line -> along(side.line(), line))) {
                    made.put("beyond", "ROAD", origin);
                }
            }
        }
        if (number > 0) {
            plan.remark(
                    "",
                    "由用地红线分出 " + number + " 段界线，方位由朝向推得",
                    number + " sides follow from the boundary; their compass from the way they face",
                    "界线外是什么不明的，请在界线表中填写",
                    "Where it is not known what lies beyond, fill in the table of sides");
        }
    }

    private boolean along(LineString side, Geometry road) {
        return road.getEnvelopeInternal().intersects(side.getEnvelopeInternal())
                && road.buffer(plan.settings().sameLine()).covers(side);
    }
}
