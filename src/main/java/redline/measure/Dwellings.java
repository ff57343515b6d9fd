package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import redline.scheme.Scheme;

/** Dwellings of a site, added up building by building from the building table. */
final class Dwellings {
    private Dwellings() {}

    /** @param use main use of the buildings counted, or null for all */
    static Taken of(Scheme scheme, Site site, String use, Collection<PlacedBuilding> buildings) {
        if (scheme.buildings() == null) {
            return Taken.unknown(Place.layer("buildings", "建筑", "buildings").missing());
        }
        Lacking lacking = new Lacking();
        long total = 0;
        List<String> formula = new ArrayList<>();
        for (PlacedBuilding building : buildings) {
            Trace<Boolean> here = Sites.belongs(site, building.parcel(), building.zone());
            Integer dwellings = building.building().dwellings();
            boolean none = dwellings != null && dwellings == 0;
            Trace<String> mainUse = building.use();
            boolean otherUse =
                    use != null && mainUse.isKnown() && !mainUse.value().equals(use);
            if (!building.own() || Boolean.FALSE.equals(here.value()) || none || otherUse) {
                continue;
            }
            lacking.need(here);
            if (use != null) {
                lacking.need(mainUse);
            }
            lacking.need(dwellings, building.place().lacks("dwellings", "户数", "dwellings"));
            if (dwellings != null) {
                total += dwellings;
                formula.add(building.id() + ": " + dwellings);
            }
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(BigDecimal.valueOf(total), Provenance.RECOMPUTED, null, formula);
    }
}
