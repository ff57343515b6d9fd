package redline.fact;

import java.util.ArrayList;
import java.util.List;
import redline.measure.Missing;
import redline.measure.Names;
import redline.measure.Place;
import redline.measure.Site;
import redline.measure.Survey;
import redline.quantity.Text;
import redline.scheme.Access;
import redline.scheme.ControlLine;
import redline.scheme.Road;
import redline.scheme.Side;
import redline.scheme.Subject;

/** Facts of the ground: parcels and sub-zones, boundary sides, roads, control lines, accesses. */
final class SiteFacts {
    private final Survey survey;
    private final Absences absences;

    SiteFacts(Survey survey, Absences absences) {
        this.survey = survey;
        this.absences = absences;
    }

    List<Fact> parcels() {
        List<Fact> facts = new ArrayList<>();
        for (Site site : survey.sites()) {
            Absences.Of row = absences.of("Parcel", site.id(), site.subject().id());
            if (site.parcel() == null) {
                row.notSupplied(List.of(site.place().missing()));
                boolean layer = site.kind() == Site.Kind.PARCEL;
                facts.add(new Fact.Parcel(
                        null, site.subject(), layer ? null : site.kind().name(), site.parent(), null, null));
                continue;
            }
            Place place = site.place();
            facts.add(new Fact.Parcel(
                    site.id(),
                    site.subject(),
                    site.kind().name(),
                    site.kind() == Site.Kind.ZONE ? site.parent() : "NONE",
                    row.take("landUse", place.use("landUse", site.parcel().landUse(), "用地性质", "land use")),
                    Facts.number(row.take("area", site.parcel().area(), place.lacks("area", "用地面积", "site area")))));
        }
        return facts;
    }

    List<Fact> sides() {
        if (survey.scheme().sides() == null) {
            absences.of("Side", null, "?").notSupplied(List.of(lacks("sides", Subject.Kind.SIDE.title())));
            return List.of(new Fact.Side(null, Names.notSupplied(Subject.Kind.SIDE), null, null, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        for (Side side : survey.scheme().sides()) {
            Place place = Survey.placeOf(side);
            Absences.Of row = absences.of("Side", side.id(), "?");
            boolean road = side.beyond() == null || side.beyond().equals("ROAD");
            facts.add(new Fact.Side(
                    side.id(),
                    new Subject(Subject.Kind.SIDE, side.id(), place.name()),
                    row.take("parcel", survey.parcelOf(side)),
                    row.take("compass", Facts.name(side.compass()), place.lacks("compass", "方位", "direction")),
                    row.take("beyond", side.beyond(), place.lacks("beyond", "界外为何", "what lies beyond")),
                    road ? row.take("road", side.road(), place.lacks("road", "所临道路", "road")) : "NONE"));
        }
        return facts;
    }

    List<Fact> roads() {
        if (survey.scheme().roads() == null) {
            absences.of("Road", null, "?").notSupplied(List.of(lacks("roads", new Text("道路", "roads"))));
            return List.of(new Fact.Road(null, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        for (Road road : survey.scheme().roads()) {
            Place place = place("roads", road.id(), road.name(), new Text("道路 ", "road "));
            Absences.Of row = absences.of("Road", road.id(), "?");
            facts.add(new Fact.Road(
                    road.id(),
                    row.take("roadClass", road.roadClass(), place.lacks("roadClass", "道路等级", "road class")),
                    Facts.number(row.take("width", road.width(), place.lacks("width", "红线宽度", "width")))));
        }
        return facts;
    }

    List<Fact> controlLines() {
        if (survey.scheme().controlLines() == null) {
            absences.of("ControlLine", null, "?")
                    .notSupplied(List.of(lacks("controlLines", new Text("控制线", "control lines"))));
            return List.of(new Fact.ControlLine(null, null, null, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        for (ControlLine line : survey.scheme().controlLines()) {
            Place place = Survey.placeOf(line);
            Absences.Of row = absences.of("ControlLine", line.id(), "?");
            facts.add(new Fact.ControlLine(
                    line.id(),
                    row.take("kind", Facts.name(line.kind()), place.lacks("kind", "控制线类型", "kind")),
                    Facts.number(row.take("width", line.width(), place.lacks("width", "宽度", "width"))),
                    row.take("grade", line.grade(), place.lacks("grade", "等级", "grade")),
                    Facts.number(row.take("voltage", line.voltage(), place.lacks("voltage", "电压等级", "voltage")))));
        }
        return facts;
    }

    List<Fact> accesses() {
        if (survey.scheme().accesses() == null) {
            absences.of("Access", null, "?").notSupplied(List.of(lacks("accesses", Subject.Kind.ACCESS.title())));
            return List.of(new Fact.Access(null, Names.notSupplied(Subject.Kind.ACCESS), null, null, null));
        }
        List<Fact> facts = new ArrayList<>();
        for (Access access : survey.scheme().accesses()) {
            Place place = Survey.placeOf(access);
            Absences.Of row = absences.of("Access", access.id(), "?");
            facts.add(new Fact.Access(
                    access.id(),
                    new Subject(Subject.Kind.ACCESS, access.id(), place.name()),
                    row.take("parcel", survey.parcelOf(access)),
                    row.take("compass", Facts.name(access.compass()), place.lacks("compass", "方位", "direction")),
                    row.take("road", access.road(), place.lacks("road", "所接道路", "road"))));
        }
        return facts;
    }

    private static Missing lacks(String layer, Text name) {
        return Missing.fact(layer, name);
    }

    private static Place place(String layer, String id, String name, Text kind) {
        Text title = name != null ? Text.same(name) : new Text(kind.zh() + id, kind.en() + id);
        return new Place(layer + "[" + id + "]", title);
    }
}
