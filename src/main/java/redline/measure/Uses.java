package redline.measure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import redline.quantity.Value;
import redline.scheme.Volume;

/**
 * Words said of a building: its uses and the form of its roof. Where storeys are read from the drawing, the uses are the main
 * use and that of every storey above ground; where they come from the building table, the main use alone.
 */
final class Uses {
    private Uses() {}

    static Taken of(PlacedBuilding building, boolean storeysDrawn) {
        Lacking lacking = new Lacking();
        Set<String> uses = new TreeSet<>();
        note(uses, lacking.need(building.building().use(), building.place().lacks("use", "使用性质", "use")));
        if (storeysDrawn) {
            if (building.volumes() == null) {
                lacking.add(building.lacksVolumes());
            } else {
                building.aboveGround().forEach(volume -> addStoreys(volume, uses, lacking));
            }
        }
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        Provenance provenance = storeysDrawn ? Provenance.COMPUTED : Provenance.DECLARED;
        return Taken.known(new Value.Terms(List.copyOf(uses)), provenance, null, List.of());
    }

    private static void addStoreys(PlacedVolume volume, Set<String> uses, Lacking lacking) {
        if (volume.volume().role() == null) {
            lacking.add(volume.lacksRole());
        }
        Missing missing = volume.place().lacks("storeys", "各层用途", "uses of storeys");
        List<Volume.Storey> storeys = lacking.need(volume.volume().storeys(), missing);
        for (Volume.Storey storey : Survey.orNone(storeys)) {
            note(uses, lacking.need(storey.use(), missing));
        }
    }

    private static void note(Set<String> uses, String use) {
        if (use != null) {
            uses.add(use);
        }
    }

    static Taken roof(PlacedBuilding building) {
        return building.building().roof() == null
                ? Taken.unknown(building.place().lacks("roof", "屋顶形式", "roof form"))
                : Taken.known(Value.Terms.of(building.building().roof().name()), Provenance.DECLARED, null, List.of());
    }
}
