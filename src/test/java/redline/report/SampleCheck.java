package redline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Judgement;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Provenance;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Exemption;
import redline.requirement.Grade;
import redline.requirement.NotChecked;
import redline.requirement.PackUse;
import redline.requirement.Question;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.requirement.RuleInfo.Apart;
import redline.requirement.RuleInfo.Force;
import redline.requirement.RuleInfo.PackStanding;
import redline.requirement.Ruling;
import redline.scheme.Dates;
import redline.scheme.Declared;
import redline.scheme.Letter;
import redline.scheme.Project;
import redline.scheme.Subject;

/**
 * A check made by hand of an invented housing scheme of nine buildings, with a finding of every kind; the numbers of the parcel
 * are those of the story in practice §7 (round 1).
 */
public final class SampleCheck {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double EAST = 553_600;
    private static final double NORTH = 3_390_000;
    private static final String LETTER = "桐土储〔2019〕43号";
    private static final String SITE_AREA = "58023.58";

    private final List<Outline> outlines = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    private String projectName = "乌镇示例住宅小区";
    private boolean onlyParcel;
    private boolean drawn = true;

    public static CheckResult housing() {
        return new SampleCheck().result();
    }

    /** The same with another project name, put wherever names go. */
    public static CheckResult named(String name) {
        SampleCheck sample = new SampleCheck();
        sample.projectName = name;
        return sample.result();
    }

    /** Only the indices of the parcel, nothing drawn: most groups are empty. */
    public static CheckResult indicatorTable() {
        SampleCheck sample = new SampleCheck();
        sample.onlyParcel = true;
        sample.drawn = false;
        return sample.result();
    }

    /** One finding: so many spaces provided where so many are required. */
    static Finding parking(String provided, String required) {
        Subject site = new Subject(Subject.Kind.PARCEL, "A", new Text("A 地块", "Parcel A"));
        Demand demand = new Demand(
                rule(
                        "parking-motor",
                        "机动车停车位",
                        "Car parking spaces",
                        Quantity.PARKING_MOTOR,
                        Subject.Kind.PARCEL,
                        Force.CONDITION,
                        Apart.NONE),
                site,
                List.of(atLeast(required, "第7条")),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
        Reading reading = new Reading.Known(amount(provided), Provenance.DECLARED);
        return Judgement.judge(demand, new Measure(Quantity.PARKING_MOTOR, site, reading, Evidence.NONE));
    }

    private CheckResult result() {
        if (drawn) {
            draw();
        }
        parcel();
        if (!onlyParcel) {
            buildings();
            areas();
        }
        SchemeRecord record = new SchemeRecord(
                projectName,
                "9f2c4be1a7708d3f51c0e6b2d84a9937f6612c5bb0de417893a1d5c27f40e8aa",
                drawn ? "EPSG:4549" : null,
                new Dates(LocalDate.of(2019, 8, 1), LocalDate.of(2019, 11, 20), LocalDate.of(2026, 2, 27)),
                new Project("2019-330483-70-03-000001", projectName, "桐乡市乌镇镇", "示例置业有限公司", null),
                List.of(new Letter(
                        "letter-1", "A", LETTER, LocalDate.of(2019, 8, 1), "SECONDARY", true, null, List.of(), null)),
                facts,
                Map.of(),
                measures,
                List.of(new Declared(
                        "A",
                        new BigDecimal("1.35"),
                        new BigDecimal("78331.80"),
                        null,
                        null,
                        new BigDecimal("13800.00"),
                        null,
                        new BigDecimal("0.3100"),
                        new BigDecimal("17436.00"),
                        new BigDecimal("0.3005"),
                        new BigDecimal("760"),
                        null,
                        new BigDecimal("480"))),
                outlines,
                drawn ? new SchemeRecord.Reach(new BigDecimal("60"), 11) : null);
        return Check.conclude(record, new Ruling("tongxiang", packs(), demands, notChecked(), List.of()));
    }

    private static List<PackUse> packs() {
        return List.of(
                new PackUse(
                        "parcel-conditions",
                        new Text("规划条件", "Planning conditions"),
                        LETTER,
                        "1.0.0",
                        "5e1d0f7a90b3c6428d15e4f7a2b9c8d03344556677889900aabbccddeeff0011",
                        "parcel",
                        PackStanding.BINDING,
                        "地块规划条件",
                        LocalDate.of(2019, 8, 1),
                        true,
                        null,
                        false),
                new PackUse(
                        "gb-50016-2014",
                        new Text("建筑设计防火规范(2018年版)", "Code for fire protection of buildings (2018 edition)"),
                        "GB 50016-2014",
                        "1.0.0",
                        "aa10ff7a90b3c6428d15e4f7a2b9c8d03344556677889900aabbccddeeff0022",
                        "mandatory",
                        PackStanding.BINDING,
                        "强制性标准",
                        LocalDate.of(2026, 2, 27),
                        true,
                        null,
                        false),
                new PackUse(
                        "db33-parking",
                        new Text("浙江省停车配建规则", "Zhejiang parking rules"),
                        "DBJ33/T 1021-2023",
                        "0.1.0",
                        "bb10ff7a90b3c6428d15e4f7a2b9c8d03344556677889900aabbccddeeff0033",
                        "local-default",
                        PackStanding.OPEN,
                        "规划条件是否引用未知",
                        LocalDate.of(2019, 8, 1),
                        false,
                        new Text("2019-08-01 时尚未施行", "not yet in force on 2019-08-01"),
                        true));
    }

    private static List<NotChecked> notChecked() {
        return List.of(
                new NotChecked(
                        "sunlight",
                        new Text("日照", "Sunlight"),
                        new Text(
                                "未提供日照分析,本版不作日照计算",
                                "no sunlight study was supplied; this version does not compute sunlight")),
                new NotChecked(
                        "stairs",
                        new Text("楼梯数量", "Number of stairs"),
                        new Text("规划条件未载明,方案未表达", "the conditions do not state it and the scheme does not show it")));
    }

    // --- the parcel ---

    private void parcel() {
        Subject site = new Subject(Subject.Kind.PARCEL, "A", new Text("A 地块", "Parcel A"));
        facts.add(new Fact.Parcel("A", site, "PARCEL", null, "0701", 58023.58));
        measure(Quantity.FAR, site, ratio("78400.00"), Provenance.RECOMPUTED, null, "78 400.00 m² ÷ 58 023.58 m²");
        demand("far", "容积率", "Floor area ratio", Quantity.FAR, site, atLeast("1.0", "第2条"), atMost("1.35", "第2条"));
        measure(
                Quantity.BUILDING_DENSITY,
                site,
                ratio("17987.31"),
                Provenance.COMPUTED,
                drawn ? union() : null,
                "17 987.31 m² ÷ 58 023.58 m²");
        demand("building-density", "建筑密度", "Building density", Quantity.BUILDING_DENSITY, site, atMost("0.40", "第2条"));
        measure(
                Quantity.GREEN_RATIO,
                site,
                ratio("17223.60"),
                Provenance.COMPUTED,
                null,
                "17 436.00 m² − 212.40 m² = 17 223.60 m²");
        demand("green-ratio", "绿地率", "Green ratio", Quantity.GREEN_RATIO, site, atLeast("0.30", "第2条"));
        measure(Quantity.COMMERCIAL_AREA, site, amount("13800.00"), Provenance.DECLARED, null);
        demand(
                "commercial-area",
                "商业建筑面积",
                "Commercial floor area",
                Quantity.COMMERCIAL_AREA,
                site,
                atLeast("13000", "第4条"),
                atMost("15000", "第4条"));
        measure(Quantity.PARKING_MOTOR, site, amount("760"), Provenance.DECLARED, null);
        Missing level =
                new Missing("db33-parking/parameters/level", new Text("停车分级", "parking level"), Missing.Kind.BASIS);
        demands.add(new Demand(
                rule(
                        "parking-motor",
                        "机动车停车位",
                        "Car parking spaces",
                        Quantity.PARKING_MOTOR,
                        Subject.Kind.PARCEL,
                        Force.SHALL,
                        Apart.NONE),
                site,
                List.of(
                        new Requirement(
                                "level I",
                                new Bound(Comparator.AT_LEAST, amount("741")),
                                Certainty.CERTAIN,
                                null,
                                List.of(cite("DBJ33/T 1021-2023", "表3.0.4", Grade.UNCONFIRMED))),
                        new Requirement(
                                "level II",
                                new Bound(Comparator.AT_LEAST, amount("785")),
                                new Certainty.Possible(List.of(level)),
                                null,
                                List.of(cite("DBJ33/T 1021-2023", "表3.0.4", Grade.UNCONFIRMED)))),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));
        Subject declared = new Subject(
                Subject.Kind.INDICATOR, "A/greenRatio", new Text("A 地块 申报绿地率", "Declared green ratio of parcel A"));
        measure(
                Quantity.DECLARED_DIFFERENCE,
                declared,
                amount("0.0037"),
                Provenance.COMPUTED,
                null,
                "|0.2968 − 0.3005|");
        demand(
                "declared-differs",
                "图表一致",
                "Declared equals computed",
                Quantity.DECLARED_DIFFERENCE,
                declared,
                new Requirement(
                        "equal",
                        new Bound(Comparator.EQUAL, amount("0")),
                        Certainty.CERTAIN,
                        null,
                        List.of(cite(LETTER, "第2条", Grade.SECONDARY))));
    }

    // --- nine buildings in three rows ---

    private void buildings() {
        for (int i = 0; i < 9; i++) {
            building(i);
        }
        for (int i = 0; i < 3; i++) {
            pair(i, i + 3);
            pair(i + 3, i + 6);
        }
        demands.add(new Demand(
                rule(
                        "fire-separation",
                        "防火间距",
                        "Fire separation",
                        Quantity.FIRE_SEPARATION,
                        Subject.Kind.VOLUME_PAIR,
                        Force.MANDATORY,
                        Apart.OTHER_AUTHORITY),
                measured(
                        Quantity.FIRE_SEPARATION,
                        new Subject(Subject.Kind.VOLUME_PAIR, "7#–8#", new Text("7#楼–8#楼", "7# – 8#")),
                        "12.20",
                        drawn ? line(84, 150, 96.2, 150) : null),
                List.of(new Requirement(
                        "high – high",
                        new Bound(Comparator.AT_LEAST, amount("13.00")),
                        Certainty.CERTAIN,
                        null,
                        List.of(cite("GB 50016-2014", "表5.2.2", Grade.SECONDARY)))),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));
        demands.add(new Demand(
                rule(
                        "fire-separation",
                        "防火间距",
                        "Fire separation",
                        Quantity.FIRE_SEPARATION,
                        Subject.Kind.VOLUME_PAIR,
                        Force.MANDATORY,
                        Apart.OTHER_AUTHORITY),
                measured(
                        Quantity.FIRE_SEPARATION,
                        new Subject(Subject.Kind.VOLUME_PAIR, "1#–2#", new Text("1#楼–2#楼", "1# – 2#")),
                        "5.00",
                        null),
                List.of(new Requirement(
                        "base",
                        new Bound(Comparator.AT_LEAST, amount("6.00")),
                        Certainty.CERTAIN,
                        new Exemption(
                                "fire wall",
                                Certainty.CERTAIN,
                                List.of(cite("GB 50016-2014", "表5.2.2 注2", Grade.SECONDARY))),
                        List.of(cite("GB 50016-2014", "表5.2.2", Grade.SECONDARY)))),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));
        Subject access = new Subject(Subject.Kind.ACCESS, "?", new Text("出入口(未提供)", "Accesses (not supplied)"));
        demands.add(new Demand(
                rule(
                        "access-side",
                        "机动车出入口方位",
                        "Side of vehicle access",
                        Quantity.ACCESS_SIDE,
                        Subject.Kind.ACCESS,
                        Force.CONDITION,
                        Apart.NONE),
                access,
                List.of(new Requirement(
                        "side",
                        new Bound(Comparator.ONE_OF, Value.Terms.of("S", "W")),
                        new Certainty.Possible(List.of(Missing.fact("accesses", "机动车出入口", "vehicle accesses"))),
                        null,
                        List.of(cite(LETTER, "第6条", Grade.SECONDARY)))),
                List.of(),
                List.of(),
                null,
                null,
                List.of(Missing.fact("accesses", "机动车出入口", "vehicle accesses"))));
        Subject look = new Subject(Subject.Kind.BUILDING, "1#", new Text("1#楼", "1#"));
        demands.add(new Demand(
                rule(
                        "townscape",
                        "建筑风貌",
                        "Townscape",
                        Quantity.ROOF_FORM,
                        Subject.Kind.BUILDING,
                        Force.CONDITION,
                        Apart.NONE),
                look,
                List.of(),
                List.of(new Question(
                        "style",
                        "style",
                        new Text("建筑风貌是否与古镇协调?", "Does the look of the buildings suit the old town?"),
                        "审查人员",
                        Certainty.CERTAIN,
                        List.of())),
                List.of(),
                null,
                null,
                List.of()));
    }

    private void building(int i) {
        String id = (i + 1) + "#";
        Subject building = new Subject(Subject.Kind.BUILDING, id, new Text(id + "楼", "Building " + id));
        boolean known = i != 8;
        facts.add(new Fact.Building(
                id,
                building,
                "A",
                "NONE",
                "PROPOSED",
                i == 6 ? "0901" : "0701",
                i == 6 ? "PUBLIC" : "RESIDENTIAL",
                known ? 31.5 + i : null,
                known ? 11.0 : null,
                false,
                known ? 1.0 : null,
                i == 2 ? "FLAT" : "PITCHED"));
        if (known) {
            measure(
                    Quantity.BUILDING_HEIGHT,
                    building,
                    amount(i == 4 ? "36.05" : "31.50"),
                    Provenance.COMPUTED,
                    null,
                    "35.30 m − 3.80 m");
        } else {
            measures.add(new Measure(
                    Quantity.BUILDING_HEIGHT,
                    building,
                    new Reading.Unknown(
                            List.of(Missing.fact("buildings[9#].declaredHeight", "9#楼 建筑高度", "height of building 9#"))),
                    Evidence.NONE));
        }
        demand("building-height", "建筑高度", "Building height", Quantity.BUILDING_HEIGHT, building, atMost("36", "第3条"));
        measure(Quantity.ROOF_FORM, building, Value.Terms.of(i == 2 ? "FLAT" : "PITCHED"), Provenance.DECLARED, null);
        demand(
                "roof-form",
                "屋顶形式",
                "Roof form",
                Quantity.ROOF_FORM,
                building,
                new Requirement(
                        "roof",
                        new Bound(Comparator.ONE_OF, Value.Terms.of("PITCHED")),
                        Certainty.CERTAIN,
                        null,
                        List.of(cite(LETTER, "第5条", Grade.SECONDARY))));
        Subject side = new Subject(
                Subject.Kind.VOLUME_SIDE,
                id + "/S",
                new Text(id + "楼 → 南侧用地界线", "Building " + id + " → south boundary"));
        facts.add(new Fact.VolumeSide(id + "/S", side, id + "/W", id, "S", "A", null, null, null));
        if (i < 3) {
            measured(
                    Quantity.SETBACK,
                    side,
                    i == 1 ? "7.99" : "8.25",
                    drawn ? line(50 + 70 * i, 0, 50 + 70 * i, i == 1 ? 7.99 : 8.25) : null);
            demand("setback", "退让用地界线", "Setback from the boundary", Quantity.SETBACK, side, atLeast("8.00", "第3条"));
        } else {
            demands.add(new Demand(
                    rule(
                            "setback",
                            "退让用地界线",
                            "Setback from the boundary",
                            Quantity.SETBACK,
                            Subject.Kind.VOLUME_SIDE,
                            Force.CONDITION,
                            Apart.NONE),
                    side,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    new Text("规划条件只对临街建筑提出退让要求", "the conditions bound the setback of buildings along the street only"),
                    List.of()));
        }
    }

    private void pair(int a, int b) {
        String name = (a + 1) + "#–" + (b + 1) + "#";
        Subject pair = new Subject(
                Subject.Kind.PAIR, name, new Text((a + 1) + "#楼–" + (b + 1) + "#楼", (a + 1) + "# – " + (b + 1) + "#"));
        int column = a % 3;
        double south = a < 3 ? 8.25 + 14 : 8.25 + 14 + 45.6 + 14;
        measured(
                Quantity.SPACING,
                pair,
                b == 8 ? "45.60" : "45.60",
                drawn ? line(50 + 70 * column, south, 50 + 70 * column, south + 45.6) : null);
        Missing height = Missing.fact("buildings[9#].declaredHeight", "9#楼 建筑高度", "height of building 9#");
        demands.add(new Demand(
                rule(
                        "spacing",
                        "建筑间距",
                        "Building spacing",
                        Quantity.SPACING,
                        Subject.Kind.PAIR,
                        Force.CONDITION,
                        Apart.NONE),
                pair,
                List.of(new Requirement(
                        "multiple of height",
                        new Bound(Comparator.AT_LEAST, b == 8 ? null : amount("37.80")),
                        b == 8 ? new Certainty.Possible(List.of(height)) : Certainty.CERTAIN,
                        null,
                        List.of(cite(LETTER, "第3条", Grade.SECONDARY)))),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));
    }

    // --- the drawing, in metres from the south-west corner ---

    private void draw() {
        outlines.add(new Outline(Outline.Kind.PARCEL, "A", new Text("A 地块", "Parcel A"), box(0, 0, 240, 241.76)));
        outlines.add(new Outline(Outline.Kind.ROAD, "r1", new Text("隆源路", "Longyuan Road"), line(-20, -12, 260, -12)));
        outlines.add(
                new Outline(Outline.Kind.CONTROL_LINE, "g1", new Text("绿线", "Green line"), line(-20, 255, 260, 252)));
        outlines.add(
                new Outline(Outline.Kind.GREEN, "green-1", new Text("集中绿地", "Central green"), box(180, 170, 232, 232)));
        outlines.add(
                new Outline(Outline.Kind.PARKING, "p1", new Text("地面停车", "Surface parking"), box(8, 200, 60, 206)));
        outlines.add(new Outline(Outline.Kind.BASEMENT, "B1", new Text("地下室", "Basement"), box(15, 30, 225, 150)));
        outlines.add(
                new Outline(Outline.Kind.NEIGHBOUR, "n1", new Text("现状住宅", "Existing housing"), box(250, 60, 275, 75)));
        for (int i = 0; i < 9; i++) {
            outlines.add(new Outline(
                    Outline.Kind.BUILDING, (i + 1) + "#", new Text((i + 1) + "#楼", (i + 1) + "#"), footprint(i)));
        }
    }

    private static Polygon footprint(int i) {
        double x = 30 + 70 * (i % 3);
        int row = i / 3;
        double y = (i == 1 ? 7.99 : 8.25) + row * 59.6;
        return box(x, y, x + 40, y + 14);
    }

    private static Geometry union() {
        Geometry all = footprint(0);
        for (int i = 1; i < 9; i++) {
            all = all.union(footprint(i));
        }
        return all;
    }

    private static Polygon box(double west, double south, double east, double north) {
        return GEOMETRY.createPolygon(
                new Coordinate[] {at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)});
    }

    private static Geometry line(double x1, double y1, double x2, double y2) {
        return GEOMETRY.createLineString(new Coordinate[] {at(x1, y1), at(x2, y2)});
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(EAST + x, NORTH + y);
    }

    // --- the area table ---

    /** A storey that no rule asks anything of, and a balcony counted in half where it is to be counted in full. */
    private void areas() {
        area("1#-1F", 640.0, 9.0, 1.0, 1.0);
        Subject balcony = area("1#-balcony", 64.0, 5.0, 0.5, null);
        measure(Quantity.AREA_COEFFICIENT, balcony, amount("0.5"), Provenance.DECLARED, null);
        demand(
                "area-coefficient-balcony",
                "阳台的面积系数",
                "Area coefficient of balconies",
                Quantity.AREA_COEFFICIENT,
                balcony,
                new Requirement(
                        "inside",
                        new Bound(Comparator.EQUAL, amount("1")),
                        Certainty.CERTAIN,
                        null,
                        List.of(cite("GB/T 50353-2013", "3.0.21", Grade.SECONDARY))));
    }

    private Subject area(String id, double area, double count, double areaCoefficient, Double farCoefficient) {
        Subject subject = new Subject(Subject.Kind.AREA_ELEMENT, id, Text.same(id));
        facts.add(new Fact.AreaElement(
                id,
                subject,
                "1",
                "A",
                "RESIDENTIAL",
                "0701",
                false,
                area,
                count,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                areaCoefficient,
                farCoefficient));
        return subject;
    }

    // --- short hands ---

    private void measure(
            Quantity quantity, Subject subject, Value value, Provenance how, Geometry shown, String... formula) {
        measures.add(
                new Measure(quantity, subject, new Reading.Known(value, how), new Evidence(shown, List.of(formula))));
    }

    private Subject measured(Quantity quantity, Subject subject, String metres, Geometry shown) {
        measure(quantity, subject, amount(metres), Provenance.COMPUTED, shown);
        return subject;
    }

    private void demand(
            String id, String zh, String en, Quantity quantity, Subject subject, Requirement... requirements) {
        demands.add(new Demand(
                rule(id, zh, en, quantity, subject.kind(), Force.CONDITION, Apart.NONE),
                subject,
                List.of(requirements),
                List.of(),
                List.of(),
                null,
                null,
                List.of()));
    }

    static RuleInfo rule(
            String id, String zh, String en, Quantity quantity, Subject.Kind about, Force force, Apart apart) {
        return new RuleInfo(
                id,
                id.startsWith("fire") ? "gb-50016-2014" : "parcel-conditions",
                new Text(zh, en),
                quantity,
                about,
                force,
                apart == Apart.OTHER_AUTHORITY ? "住建(消防)" : "自然资源规划",
                "方案",
                PackStanding.BINDING,
                apart,
                new Text(zh + "应符合规划条件。", en + " shall keep to the planning conditions."));
    }

    private static Requirement atMost(String limit, String article) {
        return new Requirement(
                "max",
                new Bound(Comparator.AT_MOST, amount(limit)),
                Certainty.CERTAIN,
                null,
                List.of(cite(LETTER, article, Grade.SECONDARY)));
    }

    private static Requirement atLeast(String limit, String article) {
        return new Requirement(
                "min",
                new Bound(Comparator.AT_LEAST, amount(limit)),
                Certainty.CERTAIN,
                null,
                List.of(cite(LETTER, article, Grade.SECONDARY)));
    }

    private static Citation cite(String source, String clause, Grade grade) {
        return new Citation(source, Text.same(source), clause, grade);
    }

    private static Value amount(String number) {
        return Value.Amount.of(number);
    }

    private static Value ratio(String numerator) {
        return new Value.Ratio(new BigDecimal(numerator), new BigDecimal(SITE_AREA));
    }
}
