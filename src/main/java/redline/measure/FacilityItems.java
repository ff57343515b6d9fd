package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.ConditionLine;
import redline.scheme.Facility;
import redline.scheme.Letter;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/** Facilities of a site by kind: the kinds that its letters ask for and those that the scheme has there. */
final class FacilityItems {
    private final Scheme scheme;
    private final Sites sites;
    private final List<Relation> relations = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    FacilityItems(Scheme scheme, Sites sites, List<PlacedBuilding> own) {
        this.scheme = scheme;
        this.sites = sites;
        facilities(own);
    }

    List<Relation> relations() {
        return relations;
    }

    List<Measure> measures() {
        return measures;
    }

    private void facilities(List<PlacedBuilding> own) {
        for (Site site : sites.all()) {
            if (!site.isSupplied()) {
                relations.add(new Relation.FacilityItem(
                        null,
                        site.kind() == Site.Kind.PARCEL
                                ? Names.notSupplied(Subject.Kind.FACILITY_ITEM)
                                : Names.notSupplied(
                                        Subject.Kind.FACILITY_ITEM,
                                        site.parent() + "/zones",
                                        site.subject().name()),
                        null,
                        null,
                        List.of(site.place().missing())));
                continue;
            }
            Map<String, List<Facility>> byKind = new TreeMap<>(NaturalOrder.OF_IDS);
            Lacking lacking = new Lacking();
            Lacking asked = kindsAsked(site, byKind);
            if (scheme.facilities() == null) {
                lacking.add(Place.layer("facilities", "配套设施", "facilities").missing());
            }
            for (Facility facility : Survey.orNone(scheme.facilities())) {
                Place place = placeOf(facility);
                Trace<Boolean> here = isOn(site, facility, own, place);
                if (Boolean.FALSE.equals(here.value())) {
                    continue;
                }
                lacking.need(here);
                if (facility.kind() == null) {
                    lacking.add(place.lacks("kind", "种类", "kind"));
                } else if (here.isKnown()) {
                    byKind.computeIfAbsent(facility.kind(), k -> new ArrayList<>())
                            .add(facility);
                }
            }
            byKind.forEach((kind, of) -> facility(site, kind, of, lacking));
            asked.addAll(lacking.list());
            if (asked.isAny()) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.FACILITY_ITEM,
                        site.id(),
                        new Text(
                                site.subject().name().zh() + " 配套设施",
                                site.subject().name().en() + " facilities"));
                relations.add(new Relation.FacilityItem(null, subject, site.id(), null, asked.list()));
            }
        }
    }

    /** A facility lies in the sub-zone of its building. */
    private Trace<Boolean> isOn(Site site, Facility facility, List<PlacedBuilding> own, Place place) {
        return own.stream()
                .filter(building ->
                        site.kind() == Site.Kind.ZONE && building.id().equals(facility.building()))
                .findFirst()
                .map(building -> Sites.belongs(site, building.parcel(), building.zone()))
                .orElseGet(() -> sites.belongs(site, facility.parcel(), place));
    }

    /** Adds the kinds that letters ask of the site; what is not known of the letters may hide further ones. */
    private Lacking kindsAsked(Site site, Map<String, List<Facility>> byKind) {
        Lacking lacking = new Lacking();
        if (scheme.conditions() == null) {
            lacking.add(Place.layer("conditions", "规划条件", "planning conditions").missing());
        }
        for (Letter letter : Survey.orNone(scheme.conditions())) {
            String path = "conditions[" + letter.id() + "]";
            if (letter.lines() == null) {
                lacking.add(new Place(path, new Text("规划条件", "planning conditions")).lacks("lines", "条款", "lines"));
            }
            for (ConditionLine line : Survey.orNone(letter.lines())) {
                boolean here = line.site() == null || line.site().equals(site.id());
                boolean mayAsk = line.item() == null || isFacility(line);
                if (!here || !mayAsk || ConditionLine.ANY.equals(line.beyond())) {
                    continue;
                }
                Place place = new Place(path + ".lines[" + line.id() + "]", new Text("规划条件", "planning conditions"));
                if (line.item() == null) {
                    lacking.add(place.lacks("item", "指标", "item"));
                } else if (line.beyond() == null) {
                    lacking.add(place.lacks("beyond", "设施种类", "kind of facility"));
                } else {
                    byKind.putIfAbsent(line.beyond(), new ArrayList<>());
                }
            }
        }
        return lacking;
    }

    private static boolean isFacility(ConditionLine line) {
        return line.item() == ConditionLine.Item.FACILITY_AREA
                || line.item() == ConditionLine.Item.FACILITY_STOREY
                || line.item() == ConditionLine.Item.FACILITY_HANDOVER;
    }

    private void facility(Site site, String kind, List<Facility> of, Lacking layer) {
        String id = site.id() + "/" + kind;
        Text name = site.subject().name();
        Subject subject =
                new Subject(Subject.Kind.FACILITY_ITEM, id, new Text(name.zh() + " " + kind, name.en() + " " + kind));
        relations.add(new Relation.FacilityItem(id, subject, site.id(), kind, List.of()));
        Lacking areas = new Lacking();
        areas.addAll(layer.list());
        Lacking storeys = new Lacking();
        storeys.addAll(layer.list());
        Lacking handed = new Lacking();
        handed.addAll(layer.list());
        BigDecimal area = BigDecimal.ZERO;
        int highest = Integer.MIN_VALUE;
        boolean all = true;
        Map<String, BigDecimal> formula = new LinkedHashMap<>();
        for (Facility facility : of) {
            Place place = placeOf(facility);
            BigDecimal one = areas.need(facility.area(), place.lacks("area", "面积", "area"));
            area = one == null ? area : area.add(one);
            formula.put(facility.id(), one);
            Integer storey = storeys.need(facility.storey(), place.lacks("storey", "所在层", "storey"));
            highest = storey == null ? highest : Math.max(highest, storey);
            Boolean over = handed.need(facility.handedOver(), place.lacks("handedOver", "是否移交", "whether handed over"));
            all &= !Boolean.FALSE.equals(over);
        }
        if (of.isEmpty() && !layer.isAny()) {
            Missing none = Missing.fact("facilities[" + kind + "]", name.zh() + " " + kind, kind + " of " + name.en());
            storeys.add(none);
            handed.add(none);
        }
        List<String> added = formula.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + ": " + Numbers.squareMetres(entry.getValue()))
                .toList();
        measures.add(
                (areas.isAny() ? Taken.unknown(areas.list()) : Taken.amount(area, Provenance.RECOMPUTED, null, added))
                        .of(Quantity.FACILITY_AREA, subject));
        measures.add((storeys.isAny()
                        ? Taken.unknown(storeys.list())
                        : Taken.amount(BigDecimal.valueOf(highest), Provenance.DECLARED, null, List.of()))
                .of(Quantity.FACILITY_STOREY, subject));
        measures.add((handed.isAny()
                        ? Taken.unknown(handed.list())
                        : Taken.known(Value.Terms.of(all ? "YES" : "NO"), Provenance.DECLARED, null, List.of()))
                .of(Quantity.FACILITY_HANDOVER, subject));
    }

    private static Place placeOf(Facility facility) {
        String kind = Objects.requireNonNullElse(facility.kind(), "配套设施");
        return Place.of("facilities", facility.id(), new Text(kind + " " + facility.id(), "facility " + facility.id()));
    }
}
