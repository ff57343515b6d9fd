package redline.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.ConditionLine;
import redline.scheme.LandUse;
import redline.scheme.Letter;
import redline.scheme.Parcel;
import redline.scheme.Scheme;
import redline.scheme.Volume;

/** Where a scheme, as submitted, writes codes of GB 50137-2011. */
final class OldCodes {
    private final TreeSet<Fact.OldCode> found = new TreeSet<>(Comparator.comparing(Fact.OldCode::id));

    private OldCodes() {}

    static List<Fact> of(Scheme scheme) {
        OldCodes codes = new OldCodes();
        Projection.each(scheme.parcels()).forEach(codes::parcel);
        Projection.each(scheme.conditions()).forEach(codes::letter);
        Projection.each(scheme.buildings()).forEach(codes::building);
        Projection.each(scheme.surroundings()).forEach(codes::building);
        Projection.each(scheme.areaElements()).forEach(codes::element);
        return new ArrayList<>(codes.found);
    }

    private void parcel(Parcel parcel) {
        note("PARCEL", parcel.id(), parcel.landUse());
        Projection.each(parcel.zones()).forEach(this::parcel);
    }

    private void letter(Letter letter) {
        Projection.each(letter.lines()).forEach(line -> line(letter.id() + "/" + line.id(), line));
    }

    private void line(String id, ConditionLine line) {
        note("CONDITION", id, line.use());
        if (line.item() == ConditionLine.Item.USE) {
            Projection.each(line.terms()).forEach(code -> note("CONDITION", id, code));
        }
    }

    private void building(Building building) {
        note("BUILDING", building.id(), building.use());
        Projection.each(building.volumes())
                .flatMap(volume -> Projection.each(volume.storeys()))
                .map(Volume.Storey::use)
                .forEach(use -> note("BUILDING", building.id(), use));
    }

    private void element(AreaElement element) {
        note("AREA_ELEMENT", element.id(), element.use());
    }

    private void note(String kind, String of, String code) {
        if (LandUse.isOld(code)) {
            found.add(new Fact.OldCode(kind + "/" + of + "/" + code, kind, of, code));
        }
    }
}
