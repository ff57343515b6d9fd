package redline.measure;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redline.scheme.Access;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.ConditionLine;
import redline.scheme.ControlLine;
import redline.scheme.Declared;
import redline.scheme.Element;
import redline.scheme.Facility;
import redline.scheme.Figures;
import redline.scheme.Gap;
import redline.scheme.Green;
import redline.scheme.Layer;
import redline.scheme.Letter;
import redline.scheme.Parcel;
import redline.scheme.ParkingLot;
import redline.scheme.Road;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Volume;

/** A scheme with every list ordered by id: in whichever order a file states things, the measures are the same. */
final class InOrder {
    private static final Comparator<String> BY_ID = Comparator.nullsLast(NaturalOrder.OF_IDS);

    private InOrder() {}

    static Scheme of(Scheme s) {
        return new Scheme(
                s.name(),
                s.sha256(),
                s.crs(),
                s.basis(),
                s.dates(),
                s.project(),
                parcels(s.parcels()),
                sorted(s.conditions(), Letter::id, InOrder::letter),
                sorted(s.buildings(), Building::id, InOrder::building),
                sorted(s.surroundings(), Building::id, InOrder::building),
                sorted(s.sides(), Side::id),
                sorted(s.roads(), Road::id),
                sorted(s.controlLines(), ControlLine::id),
                sorted(s.greens(), Green::id),
                sorted(s.parking(), ParkingLot::id),
                sorted(s.facilities(), Facility::id),
                sorted(s.accesses(), Access::id),
                sorted(s.areaElements(), AreaElement::id),
                sorted(s.gaps(), Gap::id),
                sorted(s.declared(), Declared::site),
                sorted(s.figures(), Figures::site),
                layers(s.layers()));
    }

    private static Map<Layer, List<Element>> layers(Map<Layer, List<Element>> layers) {
        Map<Layer, List<Element>> ordered = new EnumMap<>(Layer.class);
        if (layers == null) {
            return Map.of();
        }
        layers.forEach((layer, elements) -> ordered.put(layer, sorted(elements, Element::id)));
        return Collections.unmodifiableMap(ordered);
    }

    private static List<Parcel> parcels(List<Parcel> parcels) {
        return sorted(
                parcels,
                Parcel::id,
                p -> new Parcel(p.id(), p.name(), p.code(), p.landUse(), p.area(), p.boundary(), parcels(p.zones())));
    }

    private static Letter letter(Letter l) {
        return new Letter(
                l.id(),
                l.parcel(),
                l.number(),
                l.issued(),
                l.grade(),
                l.complete(),
                l.incorporates(),
                sorted(l.lines(), ConditionLine::id),
                sorted(l.articles(), Letter.Article::id));
    }

    private static Building building(Building b) {
        return b.with(sorted(b.volumes(), Volume::id));
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> id) {
        return sorted(list, id, Function.identity());
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> id, Function<T, T> within) {
        return list == null
                ? null
                : list.stream()
                        .sorted(Comparator.comparing(id, BY_ID))
                        .map(within)
                        .toList();
    }
}
