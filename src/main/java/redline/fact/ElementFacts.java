package redline.fact;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redline.measure.ElementMeasures;
import redline.measure.Missing;
import redline.measure.Names;
import redline.measure.Place;
import redline.measure.PlacedBuilding;
import redline.measure.Site;
import redline.measure.SunReport;
import redline.measure.SunStudy;
import redline.measure.Survey;
import redline.measure.Trace;
import redline.scheme.ConcentratedGreen;
import redline.scheme.DwellingType;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.ReportedWindow;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Subject;
import redline.scheme.SunlitDwelling;
import redline.scheme.SunlitRoom;

/** Facts of the simple layers: each component that a fact and its element share by name. */
final class ElementFacts {
    /** The fact that a layer's elements become; a layer without is seen by relations only. */
    private static final Map<Layer, Class<? extends Fact>> TYPES = types();
    /** What a sunlight study computes and the table only states. */
    private static final Map<Layer, Set<String>> COMPUTED = Map.of(
            Layer.SUNLIT_DWELLINGS,
            Set.of("hoursBefore", "hoursAfter"),
            Layer.SUNLIT_ROOMS,
            Set.of("hoursBefore", "hoursAfter"),
            Layer.CONCENTRATED_GREENS,
            Set.of("sunlitShare"));

    private final Survey survey;
    private final Absences absences;
    private final List<Fact> facts = new ArrayList<>();

    ElementFacts(Survey survey, Absences absences) {
        this.survey = survey;
        this.absences = absences;
    }

    List<Fact> facts() {
        Scheme scheme = survey.scheme();
        TYPES.forEach((layer, type) -> {
            List<Element> elements = scheme.layers().get(layer);
            if (layer.supplements() || !scheme.basis().reads(layer)) {
                return;
            }
            if (elements == null) {
                absences.of(type.getSimpleName(), null, "?").notSupplied(List.of(ElementMeasures.missing(layer)));
                Map<String, Object> known = Fact.About.class.isAssignableFrom(type)
                        ? Map.of("subject", Names.notSupplied(layer.subject()))
                        : Map.of();
                facts.add(fact(type, known));
            } else {
                elements.forEach(element -> element(layer, type, element));
            }
        });
        for (PlacedBuilding building : survey.buildings()) {
            supplement(Layer.BUILDING_DETAILS, building.id(), building.subject());
        }
        if (scheme.buildings() == null) {
            Missing buildings = Place.layer("buildings", "建筑", "buildings").missing();
            absences.of("BuildingDetail", null, "?").notSupplied(List.of(buildings));
            facts.add(fact(Fact.BuildingDetail.class, Map.of()));
        }
        for (Side side : Projection.each(scheme.sides()).toList()) {
            supplement(
                    Layer.SIDE_DETAILS,
                    side.id(),
                    new Subject(
                            Subject.Kind.SIDE, side.id(), Survey.placeOf(side).name()));
        }
        if (scheme.sides() == null) {
            Missing sides = Place.layer("sides", "用地界线", "site boundary sides").missing();
            absences.of("SideDetail", null, "?").notSupplied(List.of(sides));
            facts.add(fact(Fact.SideDetail.class, Map.of()));
        }
        for (Site site : survey.sites()) {
            if (site.id() != null) {
                supplement(Layer.SITE_DETAILS, site.id(), site.subject());
            } else {
                absences.of("SiteDetail", null, "?")
                        .notSupplied(List.of(site.place().missing()));
                facts.add(fact(Fact.SiteDetail.class, Map.of()));
            }
        }
        return facts;
    }

    private void element(Layer layer, Class<? extends Fact> type, Element element) {
        Absences.Of row = absences.of(type.getSimpleName(), element.id(), "?");
        Map<String, Object> known = new HashMap<>();
        known.put("id", element.id());
        known.put("subject", ElementMeasures.subject(layer, element));
        known.put("parcel", row.take("parcel", survey.parcelOf(layer, element)));
        Set<String> computable = COMPUTED.getOrDefault(layer, Set.of());
        Optional<SunStudy> study = computable.isEmpty() ? Optional.empty() : survey.sunStudy();
        Place place = ElementMeasures.placeOf(layer, element);
        stated(layer, element, place, row, known, study.isPresent() ? computable : Set.of());
        if (element instanceof DwellingType dwelling) {
            known.put("halfBalconyArea", Facts.number(row.take("halfBalconyArea", survey.halfBalconyArea(dwelling))));
        }
        if (element instanceof SunlitDwelling dwelling) {
            known.put("standing", row.take("standing", standing(layer, element, dwelling.building())));
        }
        if (element instanceof SunlitRoom room) {
            known.put("standing", row.take("standing", standing(layer, element, room.building())));
        }
        if (element instanceof ReportedWindow) {
            SunReport report = survey.sunReport();
            known.put("difference", Facts.number(row.take("difference", report.difference(element))));
            known.put("explained", row.take("explained", report.explained(element)));
            known.put("leftOut", row.take("leftOut", report.leftOut(element)));
        }
        study.ifPresent(computed -> computed(computed, element, row, known));
        facts.add(fact(type, known));
    }

    private static void computed(SunStudy study, Element element, Absences.Of row, Map<String, Object> known) {
        if (element instanceof ConcentratedGreen) {
            known.put("sunlitShare", Facts.number(row.take("sunlitShare", study.share(element))));
        } else {
            known.put("hoursBefore", Facts.number(row.take("hoursBefore", study.before(element))));
            known.put("hoursAfter", Facts.number(row.take("hoursAfter", study.after(element))));
        }
    }

    private Trace<String> standing(Layer layer, Element element, String building) {
        Place place = ElementMeasures.placeOf(layer, element);
        return survey.building(building)
                .map(placed -> Trace.of(
                        Facts.name(placed.building().standing()),
                        placed.place().lacks("standing", "拟建或现状", "standing")))
                .orElseGet(() -> Trace.of(null, place.lacks("building", "所在建筑", "building")));
    }

    private void supplement(Layer layer, String id, Subject subject) {
        Class<? extends Fact> type = TYPES.get(layer);
        Absences.Of row = absences.of(type.getSimpleName(), id, "?");
        Map<String, Object> known = new HashMap<>();
        known.put("id", id);
        Place place = new Place(layer.key() + "[" + id + "]", subject.name());
        stated(layer, survey.elements().row(layer, id), place, row, known, Set.of());
        facts.add(fact(type, known));
    }

    private void stated(
            Layer layer,
            Element element,
            Place place,
            Absences.Of row,
            Map<String, Object> known,
            Set<String> computed) {
        Map<String, RecordComponent> ofFact = components(TYPES.get(layer));
        for (RecordComponent component : layer.element().getRecordComponents()) {
            RecordComponent published = ofFact.get(component.getName());
            boolean read = component.isAnnotationPresent(redline.scheme.Stated.class)
                    && !computed.contains(component.getName());
            if (read && published != null) {
                Trace<Object> value = survey.elements().value(layer, element, component, place);
                known.put(component.getName(), inFact(row.take(component.getName(), value)));
            }
        }
    }

    private static Object inFact(Object value) {
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        return value instanceof Integer whole ? (Object) whole.doubleValue() : value;
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> byName = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            byName.put(component.getName(), component);
        }
        return byName;
    }

    /** A fact of these components; the others are unknown. */
    private static Fact fact(Class<? extends Fact> type, Map<String, Object> known) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = known.get(components[i].getName());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<Layer, Class<? extends Fact>> types() {
        Map<Layer, Class<? extends Fact>> types = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            String name = layer.element().getSimpleName();
            for (Class<?> fact : Fact.class.getDeclaredClasses()) {
                if (fact.isRecord() && fact.getSimpleName().equals(name)) {
                    types.put(layer, fact.asSubclass(Fact.class));
                }
            }
        }
        return types;
    }
}
