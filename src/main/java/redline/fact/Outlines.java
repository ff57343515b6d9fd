package redline.fact;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import redline.measure.PlacedBuilding;
import redline.measure.PlacedVolume;
import redline.measure.Site;
import redline.measure.Survey;
import redline.quantity.Text;
import redline.scheme.Scheme;

/** The shapes of a scheme for the plan: from the ground up, so that a later one is drawn over an earlier one. */
final class Outlines {
    private final List<Outline> outlines = new ArrayList<>();

    private Outlines() {}

    static List<Outline> of(Survey survey) {
        Outlines plan = new Outlines();
        plan.add(survey);
        return List.copyOf(plan.outlines);
    }

    private void add(Survey survey) {
        Scheme scheme = survey.scheme();
        for (Site site : survey.sites()) {
            if (site.parcel() != null) {
                Outline.Kind kind = site.kind() == Site.Kind.ZONE ? Outline.Kind.ZONE : Outline.Kind.PARCEL;
                add(kind, site.id(), site.subject().name(), site.parcel().boundary());
            }
        }
        Projection.each(scheme.greens())
                .filter(g -> g.outline() != null && !g.outline().isEmpty())
                .forEach(g -> outlines.add(
                        new Outline(Outline.Kind.GREEN, g.id(), Text.same(g.id()), g.outline(), g.kind())));
        Projection.each(scheme.parking())
                .forEach(p -> add(Outline.Kind.PARKING, p.id(), Text.same(p.id()), p.outline()));
        Projection.each(scheme.roads())
                .forEach(r ->
                        add(Outline.Kind.ROAD, r.id(), Text.same(r.name() == null ? r.id() : r.name()), r.redLine()));
        Projection.each(scheme.controlLines())
                .forEach(c ->
                        add(Outline.Kind.CONTROL_LINE, c.id(), Survey.placeOf(c).name(), c.geometry()));
        Projection.each(scheme.sides())
                .forEach(s -> add(Outline.Kind.SIDE, s.id(), Survey.placeOf(s).name(), s.line()));
        for (PlacedBuilding building : survey.buildings()) {
            Projection.each(building.volumes()).forEach(volume -> add(building, volume));
        }
        Projection.each(scheme.accesses())
                .forEach(a -> add(Outline.Kind.ACCESS, a.id(), Survey.placeOf(a).name(), a.place()));
    }

    private void add(PlacedBuilding building, PlacedVolume volume) {
        Outline.Kind kind = volume.isBasement()
                ? Outline.Kind.BASEMENT
                : building.own() ? Outline.Kind.BUILDING : Outline.Kind.NEIGHBOUR;
        add(kind, volume.id(), building.subject().name(), volume.volume().footprint());
    }

    private void add(Outline.Kind kind, String id, Text label, Geometry geometry) {
        if (geometry != null && !geometry.isEmpty()) {
            outlines.add(new Outline(kind, id, label, geometry));
        }
    }
}
