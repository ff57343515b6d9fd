package redline.measure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.Building;
import redline.scheme.Subject;
import redline.scheme.Volume;

/**
 * A building with where it belongs.
 *
 * @param own false for one of the surroundings, whose parcel and zone are "NONE"
 * @param volumes null where they were not supplied
 */
public record PlacedBuilding(
        Building building,
        Subject subject,
        boolean own,
        Place place,
        Trace<String> parcel,
        Trace<String> zone,
        List<PlacedVolume> volumes) {

    static PlacedBuilding own(Building building, Sites sites) {
        Place place = Place.of("buildings", building.id(), Names.building(building));
        Trace<String> parcel = sites.parcelOf(building.parcel(), building.zone(), place);
        return placed(building, true, place, parcel, sites.zoneOf(building.zone(), parcel, place));
    }

    static PlacedBuilding neighbour(Building building) {
        Place place = Place.of("surroundings", building.id(), Names.building(building));
        return placed(building, false, place, Trace.known(Sites.NO_ZONE), Trace.known(Sites.NO_ZONE));
    }

    private static PlacedBuilding placed(
            Building building, boolean own, Place place, Trace<String> parcel, Trace<String> zone) {
        Subject subject = new Subject(Subject.Kind.BUILDING, building.id(), place.name());
        List<PlacedVolume> volumes = building.volumes() == null
                ? null
                : building.volumes().stream()
                        .map(volume -> placed(volume, building, place))
                        .toList();
        return new PlacedBuilding(building, subject, own, place, parcel, zone, volumes);
    }

    private static PlacedVolume placed(Volume volume, Building building, Place place) {
        boolean alone = building.volumes().stream()
                        .filter(v -> v.role() == volume.role())
                        .count()
                == 1;
        Place part = place.item("volumes", volume.id(), Names.volume(volume, alone));
        String id = building.id() + "/" + volume.id();
        return new PlacedVolume(id, new Subject(Subject.Kind.VOLUME, id, part.name()), volume, building.id(), part);
    }

    public String id() {
        return building.id();
    }

    /** Its main use. */
    public Trace<String> use() {
        return place.use("use", building.use(), "使用性质", "use");
    }

    public Missing lacksVolumes() {
        return place.lacks("volumes", "体量", "volumes");
    }

    /** Volumes that stand, or may stand, above ground. */
    List<PlacedVolume> aboveGround() {
        return volumes.stream().filter(volume -> !volume.isBasement()).toList();
    }

    /** Footprints of all volumes above ground; known only where every one of them is, and there is one. */
    Trace<List<Polygon>> footprints() {
        if (volumes == null) {
            return Trace.unknown(List.of(lacksVolumes()));
        }
        Lacking lacking = new Lacking();
        List<Polygon> footprints = new ArrayList<>();
        for (PlacedVolume volume : aboveGround()) {
            footprints.add(lacking.need(volume.footprintAboveGround()));
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(footprints);
    }

    Text name() {
        return place.name();
    }
}
