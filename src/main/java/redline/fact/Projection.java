package redline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import redline.measure.Missing;
import redline.measure.Settings;
import redline.measure.SunStudy;
import redline.measure.Survey;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.ConditionLine;
import redline.scheme.LandUse;
import redline.scheme.Scheme;

/** From a scheme to the record that rules see: measures taken, facts flattened, absences named. */
public final class Projection {
    private Projection() {}

    public static SchemeRecord of(Scheme scheme, Settings settings) {
        Survey survey = Survey.of(scheme, settings);
        Absences absences = new Absences();
        Collection<String> uses = uses(survey.scheme());
        List<Fact> facts = new ArrayList<>();
        SiteFacts sites = new SiteFacts(survey, absences);
        BuildingFacts buildings = new BuildingFacts(survey, absences);
        facts.addAll(sites.parcels());
        facts.addAll(new Conditions(survey, absences, uses).facts());
        facts.addAll(buildings.buildings());
        facts.addAll(buildings.volumes());
        facts.addAll(sites.sides());
        facts.addAll(sites.roads());
        facts.addAll(sites.controlLines());
        facts.addAll(sites.accesses());
        RelationFacts relations = new RelationFacts(survey, absences);
        facts.addAll(relations.relations());
        facts.addAll(relations.indicators());
        facts.addAll(relations.parkingBases());
        facts.addAll(new ElementFacts(survey, absences).facts());
        facts.addAll(new FigureFacts(survey, absences).facts());
        facts.addAll(new Articles(absences).of(survey.scheme().conditions()));
        facts.addAll(OldCodes.of(scheme));
        facts.addAll(UseCodes.within(uses, codesOfConditions(survey.scheme()), unknownUses(survey), absences));
        return new SchemeRecord(
                scheme.name(),
                scheme.sha256(),
                scheme.crs(),
                scheme.dates(),
                scheme.project(),
                scheme.conditions(),
                List.copyOf(facts),
                absences.asMap(),
                survey.measures(),
                scheme.declared(),
                Outlines.of(survey),
                settings.pairReach() == null
                        ? null
                        : new SchemeRecord.Reach(settings.pairReach(), survey.beyondReach()),
                survey.sunStudy().map(SunStudy::record).orElse(null),
                Elevation.of(survey),
                settings.settingOut());
    }

    /** What the parking bases of unknown use lack. */
    private static List<Missing> unknownUses(Survey survey) {
        return survey.parkingBases().stream()
                .filter(base -> base.use() == null)
                .flatMap(base -> base.lacks().stream())
                .distinct()
                .toList();
    }

    /** Codes stated of buildings and area elements. */
    private static Collection<String> uses(Scheme scheme) {
        TreeSet<String> uses = new TreeSet<>();
        Stream.of(
                        each(scheme.buildings()).map(Building::use),
                        each(scheme.surroundings()).map(Building::use),
                        each(scheme.areaElements()).map(AreaElement::use))
                .flatMap(stated -> stated)
                .filter(use -> use != null && !LandUse.isOld(use))
                .forEach(uses::add);
        return uses;
    }

    private static Collection<String> codesOfConditions(Scheme scheme) {
        TreeSet<String> codes = new TreeSet<>();
        each(scheme.conditions())
                .flatMap(letter -> each(letter.lines()))
                .map(ConditionLine::use)
                .filter(use -> use != null && !ConditionLine.ANY.equals(use) && !LandUse.isOld(use))
                .forEach(codes::add);
        return codes;
    }

    static <T> Stream<T> each(List<T> list) {
        return list == null ? Stream.of() : list.stream();
    }
}
