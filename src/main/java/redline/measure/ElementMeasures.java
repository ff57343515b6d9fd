package redline.measure;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.Scheme;
import redline.scheme.Stated;
import redline.scheme.Subject;
import redline.scheme.SunlitDwelling;

/** What the elements of the simple layers state, as readings; and the layers themselves, known or not. */
public final class ElementMeasures {
    private final Scheme scheme;

    ElementMeasures(Scheme scheme) {
        this.scheme = scheme;
    }

    /** Of the elements that are subjects themselves; not those quantities that are measured another way. */
    List<Measure> ofElements(Set<Quantity> otherwise) {
        List<Measure> measures = new ArrayList<>();
        scheme.layers().forEach((layer, elements) -> {
            boolean themselves = !layer.supplements()
                    && layer.subject() != Subject.Kind.SITE_AREA
                    && layer.subject() != Subject.Kind.ACCESS_POINT;
            for (Element element : themselves ? elements : List.<Element>of()) {
                measures.addAll(of(layer, element, placeOf(layer, element), subject(layer, element)));
            }
        });
        measures.removeIf(measure -> otherwise.contains(measure.quantity()));
        return measures;
    }

    /** Of the row that supplements a building, site or side, known or not. */
    List<Measure> of(Layer layer, String id, Subject subject) {
        return of(layer, row(layer, id), new Place(layer.key() + "[" + id + "]", subject.name()), subject);
    }

    private List<Measure> of(Layer layer, Element element, Place place, Subject subject) {
        List<Measure> measures = new ArrayList<>();
        for (RecordComponent component : layer.element().getRecordComponents()) {
            Stated stated = component.getAnnotation(Stated.class);
            if (stated != null && stated.measures().length > 0) {
                Trace<Object> value = value(layer, element, component, place);
                measures.add(taken(value).of(stated.measures()[0], subject));
            }
        }
        if (element instanceof SunlitDwelling dwelling) {
            measures.add(lost(dwelling, place).of(Quantity.SUN_LOSS, subject));
        }
        return measures;
    }

    /** How much less sun a dwelling has afterwards by the table; none is lost where it has more. */
    private static Taken lost(SunlitDwelling dwelling, Place place) {
        Lacking lacking = new Lacking();
        BigDecimal before = lacking.need(dwelling.hoursBefore(), place.lacks("hoursBefore", "建设前日照时数", "hours before"));
        BigDecimal after = lacking.need(dwelling.hoursAfter(), place.lacks("hoursAfter", "建设后日照时数", "hours after"));
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(before.subtract(after).max(BigDecimal.ZERO), Provenance.RECOMPUTED, null, List.of());
    }

    private static Taken taken(Trace<Object> value) {
        if (!value.isKnown()) {
            return Taken.unknown(value.missing());
        }
        return value.value() instanceof String word
                ? Taken.known(Value.Terms.of(word), Provenance.DECLARED, null, List.of())
                : Taken.declared(value.map(
                        number -> number instanceof BigDecimal exact ? exact : BigDecimal.valueOf((Integer) number)));
    }

    /** The row of a supplementing layer, null where there is none. */
    public Element row(Layer layer, String id) {
        List<Element> rows = scheme.layers().get(layer);
        return rows == null
                ? null
                : rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
    }

    /** What an element states, or what is missing; {@code element} may be null: no such row. */
    public Trace<Object> value(Layer layer, Element element, RecordComponent component, Place place) {
        Stated stated = component.getAnnotation(Stated.class);
        if (element == null && scheme.layers().get(layer) == null) {
            return Trace.unknown(List.of(missing(layer)));
        }
        return Trace.of(
                element == null ? null : read(element, component),
                place.lacks(component.getName(), stated.zh(), stated.en()));
    }

    /** That the layer was not supplied. */
    public static Missing missing(Layer layer) {
        Text title = title(layer);
        return Place.layer(layer.key(), title.zh(), title.en()).missing();
    }

    /** What people call a layer. */
    public static Text title(Layer layer) {
        return switch (layer) {
            case BUILDING_DETAILS -> new Text("单体补充表", "table of building details");
            case SITE_DETAILS -> new Text("地块补充表", "table of site details");
            case SIDE_DETAILS -> new Text("界线补充表", "table of side details");
            case FARMLAND -> new Text("永久基本农田图层", "layer of permanent farmland");
            case ECO_RED_LINES -> new Text("生态保护红线图层", "layer of ecological red lines");
            case URBAN_BOUNDARIES -> new Text("城镇开发边界图层", "layer of urban boundaries");
            case DWELLING_TYPES -> new Text("户型表", "table of dwelling types");
            case PARKING_NEEDS -> new Text("停车配建计算表", "table of parking needs");
            case VEHICLE_SPACES -> new Text("各车型车位表", "table of spaces by vehicle");
            case SUN_WINDOWS -> new Text("日照窗", "table of windows for sunlight");
            case SUN_OBSTACLES -> new Text("日照遮挡构件", "layer of sun obstacles");
            case NEARBY_POINTS -> new Text("周边交通点位图层", "layer of nearby points");
            default -> layer.subject().title();
        };
    }

    public static Place placeOf(Layer layer, Element element) {
        Text title = layer == Layer.DWELLING_TYPES ? layer.subject().title() : title(layer);
        Text name = element.name() != null
                ? Text.same(element.name())
                : new Text(title.zh() + " " + element.id(), title.en() + " " + element.id());
        return Place.of(layer.key(), element.id(), name);
    }

    public static Subject subject(Layer layer, Element element) {
        return new Subject(
                layer.subject(), element.id(), placeOf(layer, element).name());
    }

    public static Object read(Element element, RecordComponent component) {
        try {
            return component.getAccessor().invoke(element);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sum of a number over the elements of a layer that {@code those} chooses; unknown where the layer or a number is. */
    <E extends Element> Taken sum(
            Layer layer,
            Class<E> type,
            Function<E, Trace<Boolean>> those,
            Function<E, BigDecimal> number,
            String attribute,
            String zh,
            String en) {
        List<Element> elements = scheme.layers().get(layer);
        if (elements == null) {
            return Taken.unknown(missing(layer));
        }
        Lacking lacking = new Lacking();
        BigDecimal total = BigDecimal.ZERO;
        List<String> formula = new ArrayList<>();
        for (Element each : elements) {
            E element = type.cast(each);
            Trace<Boolean> counts = those.apply(element);
            if (Boolean.FALSE.equals(counts.value())) {
                continue;
            }
            lacking.need(counts);
            BigDecimal one =
                    lacking.need(number.apply(element), placeOf(layer, element).lacks(attribute, zh, en));
            if (one != null) {
                total = total.add(one);
                formula.add(element.id() + ": " + Numbers.plain(one));
            }
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(total, Provenance.RECOMPUTED, null, formula);
    }
}
