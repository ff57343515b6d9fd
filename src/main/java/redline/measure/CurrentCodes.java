package redline.measure;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.ConditionLine;
import redline.scheme.LandUse;
import redline.scheme.Letter;
import redline.scheme.Parcel;
import redline.scheme.Scheme;
import redline.scheme.Volume;

/**
 * A scheme with its codes of GB 50137-2011 read as the codes that took their place, as the settings say. A code that the
 * settings do not hold stays as it is.
 */
final class CurrentCodes {
    private final Map<String, String> current;

    private CurrentCodes(Map<String, String> current) {
        this.current = current;
    }

    static Scheme of(Scheme s, Map<String, String> current) {
        CurrentCodes codes = new CurrentCodes(current);
        return new Scheme(
                s.name(),
                s.sha256(),
                s.crs(),
                s.basis(),
                s.dates(),
                s.project(),
                each(s.parcels(), codes::parcel),
                each(s.conditions(), codes::letter),
                each(s.buildings(), codes::building),
                each(s.surroundings(), codes::building),
                s.sides(),
                s.roads(),
                s.controlLines(),
                s.greens(),
                s.parking(),
                s.facilities(),
                s.accesses(),
                each(s.areaElements(), codes::element),
                s.gaps(),
                s.declared(),
                s.figures(),
                s.layers());
    }

    private String read(String code) {
        return LandUse.isOld(code) ? current.getOrDefault(code, code) : code;
    }

    private Parcel parcel(Parcel p) {
        return new Parcel(
                p.id(), p.name(), p.code(), read(p.landUse()), p.area(), p.boundary(), each(p.zones(), this::parcel));
    }

    private Letter letter(Letter l) {
        return new Letter(
                l.id(),
                l.parcel(),
                l.number(),
                l.issued(),
                l.grade(),
                l.complete(),
                l.incorporates(),
                each(l.lines(), this::line),
                l.articles());
    }

    private ConditionLine line(ConditionLine l) {
        List<String> terms = l.terms();
        if (l.item() == ConditionLine.Item.USE && terms != null) {
            terms = terms.stream().map(this::read).distinct().toList();
        }
        return new ConditionLine(
                l.id(),
                l.article(),
                l.site(),
                l.item(),
                l.bound(),
                l.value(),
                terms,
                l.sides(),
                l.beyond(),
                l.heightClass(),
                read(l.use()));
    }

    private Building building(Building b) {
        return new Building(
                b.id(),
                b.name(),
                b.parcel(),
                b.zone(),
                b.standing(),
                read(b.use()),
                b.ground(),
                b.declaredHeight(),
                b.declaredFarArea(),
                b.declaredAbove(),
                b.declaredBelow(),
                b.declaredFootprint(),
                b.storeysAbove(),
                b.dwellings(),
                b.fireGrade(),
                b.roof(),
                each(b.volumes(), this::volume));
    }

    private Volume volume(Volume v) {
        return new Volume(
                v.id(),
                v.role(),
                v.footprint(),
                v.bottom(),
                v.top(),
                v.controlHeights(),
                each(v.storeys(), s -> new Volume.Storey(s.name(), s.count(), s.height(), read(s.use()))),
                v.faces());
    }

    private AreaElement element(AreaElement e) {
        return new AreaElement(
                e.id(),
                e.building(),
                e.storey(),
                e.kind(),
                read(e.use()),
                e.belowGround(),
                e.area(),
                e.count(),
                e.areaCoefficient(),
                e.farCoefficient(),
                e.inFootprint(),
                e.outline(),
                e.detail());
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> read) {
        return list == null ? null : list.stream().map(read).toList();
    }
}
