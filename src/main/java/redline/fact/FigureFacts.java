package redline.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redline.measure.BuildingShape;
import redline.measure.Missing;
import redline.measure.Place;
import redline.measure.PlacedBuilding;
import redline.measure.Site;
import redline.measure.Survey;
import redline.measure.Trace;
import redline.quantity.Quantity;
import redline.scheme.AreaElement;
import redline.scheme.Subject;

/** Figures of sites, shapes of buildings, lines of the area table. */
final class FigureFacts {
    private static final String DWELLINGS = "DWELLINGS";
    private static final String TYPED_DWELLINGS = "TYPED_DWELLINGS";
    private static final String GARAGE_SPACES = "GARAGE_SPACES";

    private final Survey survey;
    private final Absences absences;

    FigureFacts(Survey survey, Absences absences) {
        this.survey = survey;
        this.absences = absences;
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Site site : survey.sites()) {
            if (site.id() == null) {
                absences.of("Figure", null, "?")
                        .notSupplied(List.of(site.place().missing()));
                facts.add(new Fact.Figure(null, null, null, null));
                continue;
            }
            Map<Quantity, Trace<BigDecimal>> figures = survey.figures(site);
            figures.forEach((quantity, value) -> facts.add(figure(site, quantity.name(), value)));
            facts.add(figure(site, DWELLINGS, survey.dwellings(site)));
            facts.add(figure(site, TYPED_DWELLINGS, survey.typedDwellings(site)));
            facts.add(figure(site, GARAGE_SPACES, survey.garageSpaces(site)));
        }
        for (PlacedBuilding building : survey.buildings()) {
            facts.add(shape(building));
            survey.sunStudy().ifPresent(study -> {
                Absences.Of row = absences.of("SunRange", building.id(), "?");
                facts.add(new Fact.SunRange(building.id(), building.id(), row.take("taken", study.taken(building))));
            });
        }
        if (survey.scheme().buildings() == null) {
            Missing buildings = Place.layer("buildings", "建筑", "buildings").missing();
            absences.of("BuildingShape", null, "?").notSupplied(List.of(buildings));
            facts.add(new Fact.BuildingShape(null, null, null, null, null, null, null, null));
        }
        facts.addAll(areaElements());
        return facts;
    }

    private Fact figure(Site site, String item, Trace<BigDecimal> value) {
        String id = site.id() + "/" + item;
        Absences.Of row = absences.of("Figure", id, "?");
        return new Fact.Figure(id, site.id(), item, Facts.number(row.take("value", value)));
    }

    private Fact shape(PlacedBuilding building) {
        BuildingShape shape = survey.shape(building);
        Absences.Of row = absences.of("BuildingShape", building.id(), "?");
        return new Fact.BuildingShape(
                building.id(),
                building.id(),
                Facts.number(row.take("leastStoreyHeight", shape.leastStoreyHeight())),
                Facts.number(row.take("greatestStoreyHeight", shape.greatestStoreyHeight())),
                Facts.number(row.take("footprint", shape.footprint())),
                Facts.number(row.take("longSide", shape.longSide())),
                Facts.number(row.take("perimeter", shape.perimeter())),
                Facts.number(row.take("gableWidth", shape.gableWidth())));
    }

    private List<Fact> areaElements() {
        List<Fact> facts = new ArrayList<>();
        List<AreaElement> elements = survey.scheme().areaElements();
        if (elements == null) {
            absences.of("AreaElement", null, "?")
                    .notSupplied(List.of(Place.layer("areaElements", "面积计算表", "area elements")
                            .missing()));
            Subject subject = redline.measure.Names.notSupplied(Subject.Kind.AREA_ELEMENT);
            facts.add(new Fact.AreaElement(
                    null, subject, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null, null));
            return facts;
        }
        elements.forEach(element -> facts.add(areaElement(element)));
        return facts;
    }

    private Fact areaElement(AreaElement element) {
        Place place = survey.placeOfElement(element);
        Absences.Of row = absences.of("AreaElement", element.id(), "?");
        AreaElement.Detail d = element.detail() == null
                ? new AreaElement.Detail(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : element.detail();
        Trace<String> use = place.use("use", element.use(), "用途", "use");
        return new Fact.AreaElement(
                element.id(),
                Survey.subjectOf(element),
                row.take("building", element.building(), place.lacks("building", "所属建筑", "building")),
                row.take("parcel", survey.parcelOf(element)),
                row.take("useClass", UseCodes.useClass(use, place.lacks("use", "用途", "use"))),
                row.take("use", use),
                row.take(
                        "belowGround",
                        element.belowGround(),
                        place.lacks("belowGround", "地上或地下", "above or below ground")),
                Facts.number(row.take("area", element.area(), place.lacks("area", "面积", "area"))),
                Facts.number(row.take("count", element.count(), place.lacks("count", "数量", "count"))),
                row.take("form", d.form(), place.lacks("detail.form", "构件形式", "form")),
                Facts.number(row.take(
                        "storeyHeight", d.storeyHeight(), place.lacks("detail.storeyHeight", "层高", "storey height"))),
                Facts.number(row.take(
                        "clearHeight", d.clearHeight(), place.lacks("detail.clearHeight", "净高", "clear height"))),
                row.take(
                        "insideMain",
                        d.insideMain(),
                        place.lacks("detail.insideMain", "是否在主体结构内", "inside the main structure")),
                row.take("enclosed", d.enclosed(), place.lacks("detail.enclosed", "是否封闭", "whether enclosed")),
                Facts.number(row.take(
                        "sillStep",
                        d.sillStep(),
                        place.lacks("detail.sillStep", "窗台与室内地面高差", "step from floor to sill"))),
                Facts.number(
                        row.take("projection", d.projection(), place.lacks("detail.projection", "出挑宽度", "projection"))),
                row.take("columns", d.columns(), place.lacks("detail.columns", "是否有柱", "whether on columns")),
                row.take("railed", d.railed(), place.lacks("detail.railed", "是否有围护设施", "whether railed")),
                Facts.number(row.take(
                        "roofAboveGround",
                        d.roofAboveGround(),
                        place.lacks("detail.roofAboveGround", "顶板高出室外地面", "roof above the outdoor ground"))),
                Facts.number(row.take(
                        "roofAboveRoads",
                        d.roofAboveRoads(),
                        place.lacks(
                                "detail.roofAboveRoads",
                                "顶板高出相邻城市道路平均标高",
                                "roof above the mean level of the adjoining city roads"))),
                Facts.number(row.take("ground", survey.groundOf(element))),
                Facts.number(row.take(
                        "unitArea",
                        d.unitArea(),
                        place.lacks("detail.unitArea", "所属户套内建筑面积", "in-suite area of its dwelling"))),
                row.take(
                        "processNeedsHeight",
                        d.processNeedsHeight(),
                        place.lacks(
                                "detail.processNeedsHeight",
                                "层高是否为工艺或规范所需",
                                "whether process or code needs the height")),
                Facts.number(row.take(
                        "areaCoefficient",
                        element.areaCoefficient(),
                        place.lacks("areaCoefficient", "面积系数", "area coefficient"))),
                Facts.number(row.take(
                        "farCoefficient",
                        element.farCoefficient(),
                        place.lacks("farCoefficient", "计容系数", "FAR coefficient"))));
    }
}
