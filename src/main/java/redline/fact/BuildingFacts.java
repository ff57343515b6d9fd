package redline.fact;

import java.util.ArrayList;
import java.util.List;
import redline.measure.Missing;
import redline.measure.Names;
import redline.measure.Place;
import redline.measure.PlacedBuilding;
import redline.measure.PlacedVolume;
import redline.measure.Survey;
import redline.measure.Trace;
import redline.quantity.Text;
import redline.scheme.Building;
import redline.scheme.Subject;
import redline.scheme.Volume;

/** Facts of buildings and their volumes, those of the surroundings among them (parcel and zone "NONE"). */
final class BuildingFacts {
    private final Survey survey;
    private final Absences absences;

    BuildingFacts(Survey survey, Absences absences) {
        this.survey = survey;
        this.absences = absences;
    }

    List<Fact> buildings() {
        List<Fact> facts = new ArrayList<>();
        survey.buildings().forEach(building -> facts.add(building(building)));
        for (Missing layer : survey.lacksBuildings()) {
            Subject subject = notSupplied(Subject.Kind.BUILDING, layer);
            absences.of("Building", null, subject.id()).notSupplied(List.of(layer));
            String where = isNeighbours(layer) ? "NONE" : null;
            facts.add(new Fact.Building(null, subject, where, where, null, null, null, null, null, null, null, null));
        }
        return facts;
    }

    private Fact building(PlacedBuilding placed) {
        Building building = placed.building();
        Place place = placed.place();
        Absences.Of row = absences.of("Building", placed.id(), "?");
        return new Fact.Building(
                placed.id(),
                placed.subject(),
                row.take("parcel", placed.parcel()),
                row.take("zone", placed.zone()),
                row.take("standing", Facts.name(building.standing()), place.lacks("standing", "拟建或现状", "standing")),
                row.take("use", placed.use()),
                row.take("useClass", useClass(placed)),
                Facts.number(row.take("height", survey.height(placed))),
                Facts.number(row.take("storeys", storeys(placed))),
                row.take("singleStorey", singleStorey(placed)),
                Facts.number(row.take("fireGrade", fireGrade(placed))),
                row.take("roof", Facts.name(building.roof()), place.lacks("roof", "屋顶形式", "roof form")));
    }

    List<Fact> volumes() {
        List<Fact> facts = new ArrayList<>();
        for (PlacedBuilding building : survey.buildings()) {
            if (building.volumes() == null) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.VOLUME,
                        building.id(),
                        building.lacksVolumes().label());
                Absences.Of row = absences.of("Volume", null, subject.id());
                row.notSupplied(List.of(building.lacksVolumes()));
                facts.add(new Fact.Volume(
                        null,
                        subject,
                        building.id(),
                        null,
                        row.take("parcel", building.parcel()),
                        row.take("zone", building.zone()),
                        row.take("useClass", useClass(building)),
                        row.take("singleStorey", singleStorey(building)),
                        null,
                        null));
            } else {
                building.volumes().forEach(volume -> facts.add(volume(building, volume)));
            }
        }
        for (Missing layer : survey.lacksBuildings()) {
            Subject subject = notSupplied(Subject.Kind.VOLUME, layer);
            absences.of("Volume", null, subject.id()).notSupplied(List.of(layer));
            String where = isNeighbours(layer) ? "NONE" : null;
            facts.add(new Fact.Volume(null, subject, null, null, where, where, null, null, null, null));
        }
        return facts;
    }

    private Fact volume(PlacedBuilding building, PlacedVolume volume) {
        Absences.Of row = absences.of("Volume", volume.id(), "?");
        return new Fact.Volume(
                volume.id(),
                volume.subject(),
                building.id(),
                row.take("role", role(volume)),
                row.take("parcel", building.parcel()),
                row.take("zone", building.zone()),
                row.take("useClass", useClass(building)),
                row.take("singleStorey", singleStorey(building)),
                Facts.number(row.take("height", survey.height(building, volume))),
                row.take("storeys", storeys(building, volume)));
    }

    static Trace<String> role(PlacedVolume volume) {
        return Trace.of(Facts.name(volume.volume().role()), volume.place().lacks("role", "体量类型", "role"));
    }

    static Trace<String> useClass(PlacedBuilding building) {
        return UseCodes.useClass(building.use(), building.place().lacks("use", "使用性质", "use"));
    }

    static Trace<Integer> storeys(PlacedBuilding building) {
        return Trace.of(
                building.building().storeysAbove(),
                building.place().lacks("storeysAbove", "地上层数", "storeys above ground"));
    }

    static Trace<Boolean> singleStorey(PlacedBuilding building) {
        return storeys(building).map(storeys -> storeys == 1);
    }

    static Trace<Integer> fireGrade(PlacedBuilding building) {
        return Trace.of(
                building.building().fireGrade(), building.place().lacks("fireGrade", "耐火等级", "fire resistance grade"));
    }

    /** Of a WHOLE volume those of the building, of a basement none, else the storeys listed for it. */
    private static Trace<Double> storeys(PlacedBuilding building, PlacedVolume placed) {
        Volume volume = placed.volume();
        Missing lacks = placed.place().lacks("storeys", "各层", "storeys");
        if (volume.role() == null) {
            return Trace.unknown(List.of(placed.place().lacks("role", "体量类型", "role")));
        }
        return switch (volume.role()) {
            case WHOLE -> storeys(building).map(Facts::number);
            case BASEMENT -> Trace.known(0.0);
            case PODIUM, TOWER -> {
                boolean known = volume.storeys() != null
                        && volume.storeys().stream().allMatch(storey -> storey.count() != null);
                yield known
                        ? Trace.known(volume.storeys().stream()
                                .mapToDouble(Volume.Storey::count)
                                .sum())
                        : Trace.unknown(List.of(lacks));
            }
        };
    }

    private static boolean isNeighbours(Missing layer) {
        return layer.path().equals("surroundings");
    }

    /** The scheme's own buildings and its surroundings are two layers, and so two subjects where both are missing. */
    private static Subject notSupplied(Subject.Kind kind, Missing layer) {
        Text name = new Text(
                layer.label().zh() + " " + kind.title().zh(),
                layer.label().en() + ": " + kind.title().en());
        return isNeighbours(layer) ? Names.notSupplied(kind, "surroundings", name) : Names.notSupplied(kind);
    }
}
