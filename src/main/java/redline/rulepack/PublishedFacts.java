package redline.rulepack;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.fact.Fact;
import redline.fact.Terms;
import redline.measure.ElementMeasures;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.scheme.Layer;
import redline.scheme.Stated;
import redline.scheme.Subject;

/**
 * The types that rule files may name, with their properties in the words of the field. What a property is comes from the records
 * of {@link Fact}; what it is called, its unit and its words come from {@link #LABELS}.
 */
final class PublishedFacts {
    /** Name of the row type of parameters. */
    static final String PARAMETER = "Parameter";

    /** {@code Type | layer | 中文 | English}, then {@code .property | unit | 中文 | English | words}. */
    private static final String LABELS = """
            Parcel | parcels | 地块 | parcel
            .kind | | 种类 | kind | PARCEL ZONE
            .parent | | 所属地块 | parcel it belongs to
            .landUse | | 用地性质 | land use
            .area | m² | 用地面积 | site area
            Condition | conditions | 规划条件条目 | line of the conditions letter
            .site | | 所指地块 | site it speaks of
            .item | | 指标 | item | ITEM
            .bound | | 上下限 | direction | MIN MAX ONE_OF
            .side | | 方位 | side | COMPASS ANY
            .beyond | | 界线外侧 | what lies beyond | BEYOND LINE ANY
            .heightClass | | 高度类别 | height class | LOW MULTI HIGH ANY
            .use | | 使用性质 | use
            .value | | 数值 | value
            .terms | | 许可项 | allowed terms
            .article | | 条号 | article
            .letter | | 规划条件文号 | number of the letter
            Article | conditions.articles | 规划条件条文 | article of the conditions letter
            .letter | | 规划条件文号 | number of the letter
            .number | | 条号 | number of the article
            .valued | | 已转为数值 | turned into a value
            Building | buildings | 建筑 | building
            .parcel | | 所属地块 | parcel
            .zone | | 所属分区 | sub-zone
            .standing | | 建设状态 | standing | PROPOSED EXISTING APPROVED PENDING
            .use | | 使用性质 | use
            .useClass | | 用途类别 | use class | RESIDENTIAL PUBLIC INDUSTRIAL STORAGE
            .height | m | 建筑高度 | building height
            .storeys | | 地上层数 | storeys above ground
            .singleStorey | | 单层 | single storey
            .fireGrade | | 耐火等级 | fire grade
            .roof | | 屋顶形式 | roof form | FLAT PITCHED
            Volume | buildings.volumes | 体量 | volume
            .building | | 所属建筑 | building
            .role | | 部位 | part | WHOLE PODIUM TOWER BASEMENT
            .parcel | | 所属地块 | parcel
            .zone | | 所属分区 | sub-zone
            .useClass | | 用途类别 | use class | RESIDENTIAL PUBLIC INDUSTRIAL STORAGE
            .singleStorey | | 单层 | single storey
            .height | m | 高度 | height
            .storeys | | 地上层数 | storeys above ground
            Side | sides | 用地界线 | site boundary side
            .parcel | | 所属地块 | parcel
            .compass | | 方位 | direction | COMPASS
            .beyond | | 界线外侧 | what lies beyond | BEYOND
            .road | | 相邻道路 | road
            Road | roads | 道路 | road
            .roadClass | | 道路等级 | road class | EXPRESSWAY TRUNK SECONDARY BRANCH
            .width | m | 红线宽度 | width between red lines
            ControlLine | controlLines | 控制线 | control line
            .kind | | 控制线种类 | kind of control line | LINE
            .width | m | 宽度 | width
            .grade | | 等级 | grade | GRADE
            .voltage | | 电压(kV) | voltage (kV)
            BuildingSide | sides | 建筑与用地界线 | building to boundary side
            .building | | 建筑 | building
            .side | | 用地界线 | boundary side
            .parcel | | 所属地块 | parcel
            .distance | m | 退让距离 | setback
            VolumeSide | sides | 体量与用地界线 | volume to boundary side
            .volume | | 体量 | volume
            .building | | 所属建筑 | building
            .side | | 用地界线 | boundary side
            .parcel | | 所属地块 | parcel
            .distance | m | 退让距离 | setback
            .face | | 面向界线的立面 | face to the side | MAIN GABLE
            .faceWidth | m | 该立面宽度 | width of that face
            VolumeLine | controlLines | 体量与控制线 | volume to control line
            .volume | | 体量 | volume
            .building | | 所属建筑 | building
            .line | | 控制线 | control line
            .kind | | 控制线种类 | kind of control line | LINE
            .face | | 面向控制线的立面 | face to the line | MAIN GABLE
            BasementSide | sides | 地下建筑与用地界线 | basement to boundary side
            .volume | | 地下体量 | basement
            .building | | 所属建筑 | building
            .side | | 用地界线 | boundary side
            .parcel | | 所属地块 | parcel
            .depth | m | 地下埋深 | depth below ground
            AccessPoint | accesses | 出入口与周边点位 | access to nearby point
            .access | | 出入口 | access
            .point | | 点位 | nearby point
            .parcel | | 所属地块 | parcel
            SiteArea | parcels | 地块与控制范围 | site and control area
            .parcel | | 地块 | parcel
            .kind | | 控制范围种类 | kind of control area | FARMLAND ECO_RED_LINE URBAN_BOUNDARY
            FacilityItem | facilities | 配套设施项 | facilities of one kind
            .site | | 所指地块 | site
            .kind | | 设施种类 | kind of facility
            Figure | figures | 地块指标值 | figure of a site
            .site | | 所指地块 | site
            .item | | 指标 | item | FIGURE
            .value | | 数值 | value
            BuildingShape | buildings.volumes | 建筑形体 | shape of a building
            .building | | 建筑 | building
            .leastStoreyHeight | m | 最小层高 | least storey height
            .greatestStoreyHeight | m | 最大层高 | greatest storey height
            .footprint | m² | 基底面积 | footprint
            .longSide | m | 长边 | long side
            .perimeter | m | 基底周长 | perimeter
            .gableWidth | m | 山墙宽度 | width of gable
            SunRange | sunWindows | 日照分析范围 | range of the sunlight analysis
            .building | | 建筑 | building
            .taken | | 受本方案遮挡 | shaded by the scheme
            AreaElement | areaElements | 面积项 | area element
            .building | | 所属建筑 | building
            .parcel | | 所属地块 | parcel
            .useClass | | 用途类别 | use class | RESIDENTIAL PUBLIC INDUSTRIAL STORAGE
            .use | | 用途 | use
            .belowGround | | 地下 | below ground
            .area | m² | 面积 | area
            .count | | 数量 | count
            .form | | 构件形式 | form | FORM
            .storeyHeight | m | 层高 | storey height
            .clearHeight | m | 净高 | clear height
            .insideMain | | 在主体结构内 | inside the main structure
            .enclosed | | 封闭 | enclosed
            .sillStep | m | 窗台与室内地面高差 | step from floor to sill
            .projection | m | 出挑宽度 | projection
            .columns | | 有柱 | on columns
            .railed | | 有围护设施 | railed
            .roofAboveGround | m | 顶板高出室外地面 | roof above the outdoor ground
            .roofAboveRoads | m | 顶板高出相邻城市道路平均标高 | roof above the mean level of the adjoining city roads
            .ground | m | 所属建筑室外设计地面标高 | outdoor ground level of its building
            .unitArea | m² | 所属户套内建筑面积 | in-suite area of its dwelling
            .processNeedsHeight | | 层高为工艺或规范所需 | height needed by process or code
            .areaCoefficient | | 面积系数 | area coefficient
            .farCoefficient | | 计容系数 | FAR coefficient
            Pair | buildings | 相邻建筑 | pair of buildings
            .a | | 建筑甲 | building a
            .b | | 建筑乙 | building b
            .parcel | | 所属地块 | parcel
            .sideOfB | | 乙在甲的方位 | where b lies from a | COMPASS
            .sideOfA | | 甲在乙的方位 | where a lies from b | COMPASS
            .facing | | 相对面 | facing walls | MAIN_MAIN MAIN_GABLE GABLE_GABLE
            .overlap | m | 相对长度 | facing length
            VolumePair | buildings.volumes | 相邻体量 | pair of volumes
            .a | | 体量甲 | volume a
            .b | | 体量乙 | volume b
            .buildingA | | 甲所属建筑 | building of a
            .buildingB | | 乙所属建筑 | building of b
            .roleA | | 甲的部位 | part of a | WHOLE PODIUM TOWER BASEMENT
            .roleB | | 乙的部位 | part of b | WHOLE PODIUM TOWER BASEMENT
            .useClassA | | 甲的用途类别 | use class of a | RESIDENTIAL PUBLIC INDUSTRIAL STORAGE
            .useClassB | | 乙的用途类别 | use class of b | RESIDENTIAL PUBLIC INDUSTRIAL STORAGE
            .singleStoreyA | | 甲为单层 | a has a single storey
            .singleStoreyB | | 乙为单层 | b has a single storey
            .heightA | m | 甲的建筑高度 | building height of a
            .heightB | m | 乙的建筑高度 | building height of b
            .fireGradeA | | 甲的耐火等级 | fire grade of a
            .fireGradeB | | 乙的耐火等级 | fire grade of b
            .fireWall | | 防火墙 | fire wall | NONE HIGHER LOWER EQUAL
            .wallsNonCombustible | | 相邻外墙为不燃性墙体 | facing walls non-combustible
            .combustibleEaves | | 有外露可燃性屋檐 | combustible eaves
            .openingsFacing | | 门窗洞口正对 | openings facing each other
            .openingShare | % | 洞口面积比例 | share of openings
            .lowerRoofRated | | 较低一座屋顶耐火极限达标 | roof of the lower one fire-rated
            Access | accesses | 机动车出入口 | vehicle access
            .parcel | | 所属地块 | parcel
            .compass | | 方位 | direction | COMPASS
            .road | | 开向道路 | road it opens to
            SunlitDwelling | sunlitDwellings | 日照户 | sunlit dwelling
            .standing | | 所在建筑的建设状态 | standing of its building | PROPOSED EXISTING APPROVED PENDING
            SunlitRoom | sunlitRooms | 日照房间 | sunlit room
            .standing | | 所在建筑的建设状态 | standing of its building | PROPOSED EXISTING APPROVED PENDING
            PlannedLand | plannedLands | 相邻规划用地 | planned land beside the site
            .compass | | 方位 | direction | COMPASS
            ReportedWindow | sunReport | 日照报告的窗 | window of the sunlight report
            .difference | h | 报告减复算 | reported minus computed
            .explained | | 与何种算法相符 | what else gives the reported number | AGREES BEFORE POINTS SUM SHORT_STRETCHES LONG_STRETCHES CLOCK_TIME LEFT_OUT NOTHING
            .leftOut | | 报告似未计入的建筑 | building that the report seems to leave out
            DwellingType | dwellingTypes | 户型 | dwelling type
            .halfBalconyArea | m² | 每户阳台与凸(飘)窗面积合计的一半 | half of the balconies and bay windows of a dwelling
            ParkingBase | areaElements | 停车配建基数 | base of parking
            .site | | 所指地块 | site
            .use | | 使用性质 | use
            .floorArea | m² | 建筑面积 | floor area
            .dwellings | | 户数 | dwellings
            .tabled | | 有停车配建计算表 | there is a table of parking needs
            UseWithin | buildings | 使用性质的包含关系 | use within a use
            .use | | 使用性质 | use
            .within | | 所属类别 | use that contains it
            OldCode | parcels | GB 50137-2011 用地代码 | code of GB 50137-2011
            .kind | | 写在何处 | where it stands | PARCEL CONDITION BUILDING AREA_ELEMENT
            .of | | 所指要素 | element it is of
            .code | | 代码 | code
            Indicator | declared | 申报指标 | declared indicator
            .site | | 所指地块 | site
            .item | | 指标 | item
            """;

    private static final Map<String, FactType> TYPES = read();

    private PublishedFacts() {}

    /** By simple name, in the order of {@link Fact}. */
    static Map<String, FactType> types() {
        return TYPES;
    }

    /** The type of a table's rows; {@code id} is added in front. */
    static FactType rows(Row.Type type) {
        List<FactType.Property> properties = new ArrayList<>();
        properties.add(id());
        for (Row.Column column : type.columns()) {
            properties.add(new FactType.Property(
                    column.name(), kindOf(column.type()), "", Text.same(column.name()), Set.of()));
        }
        boolean parameter = type.name().equals(PARAMETER);
        Text label = parameter ? new Text("参数", "parameter") : new Text("表 " + type.name(), "table " + type.name());
        return new FactType(
                type.name(), null, null, label, parameter ? "parameters" : "tables", List.copyOf(properties));
    }

    /** The type that every program has: named values, each with its dates. */
    static Row.Type parameters() {
        return new Row.Type(
                PARAMETER,
                List.of(
                        new Row.Column("name", String.class),
                        new Row.Column("value", Double.class),
                        new Row.Column("text", String.class)));
    }

    private static FactType.Property id() {
        return new FactType.Property("id", FactType.Kind.STRING, "", new Text("编号", "id"), Set.of());
    }

    private static Map<String, FactType> read() {
        Map<String, String[]> labels = new LinkedHashMap<>();
        String type = "";
        for (String line : LABELS.lines().toList()) {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            if (!cells[0].startsWith(".")) {
                type = cells[0];
            }
            labels.put(cells[0].startsWith(".") ? type + cells[0] : type, cells);
        }
        for (Layer layer : Layer.values()) {
            label(layer, labels);
        }
        Map<String, FactType> types = new LinkedHashMap<>();
        for (Class<?> record : Fact.class.getPermittedSubclasses()) {
            for (Class<?> each : record.isRecord() ? new Class<?>[] {record} : record.getPermittedSubclasses()) {
                types.put(each.getSimpleName(), type(each, labels));
            }
        }
        return types;
    }

    /** The elements of a simple layer say themselves what they hold. */
    private static void label(Layer layer, Map<String, String[]> labels) {
        String type = layer.element().getSimpleName();
        Text title = layer.supplements() || layer.subject() == Subject.Kind.PARCEL
                ? ElementMeasures.title(layer)
                : layer.subject().title();
        Text named = layer == Layer.NEARBY_POINTS ? new Text("周边交通点位", "nearby point") : title;
        labels.put(type, new String[] {type, layer.key(), named.zh(), named.en().toLowerCase(Locale.ROOT)});
        labels.put(type + ".parcel", new String[] {"", "", "所属地块", "parcel"});
        for (RecordComponent component : layer.element().getRecordComponents()) {
            Stated stated = component.getAnnotation(Stated.class);
            if (stated != null) {
                Unit unit = stated.measures().length > 0 ? stated.measures()[0].unit() : stated.unit();
                labels.put(
                        type + "." + component.getName(),
                        new String[] {"", unit.symbol(), stated.zh(), stated.en(), String.join(" ", stated.words())});
            }
        }
    }

    private static FactType type(Class<?> record, Map<String, String[]> labels) {
        String name = record.getSimpleName();
        String[] named = labels.getOrDefault(name, new String[] {name, name, name, name});
        List<FactType.Property> properties = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String property = component.getName();
            if (property.equals("id")) {
                properties.add(id());
            } else if (component.getType() != Subject.class) {
                String[] cells = labels.getOrDefault(name + "." + property, new String[] {"", "", property, property});
                properties.add(new FactType.Property(
                        property,
                        kindOf(component.getType()),
                        cells[1],
                        new Text(cells[2], cells[3]),
                        cells.length > 4 && !cells[4].isEmpty() ? words(cells[4]) : Set.of()));
            }
        }
        Subject.Kind about = Fact.About.class.isAssignableFrom(record) ? Subject.Kind.valueOf(upper(name)) : null;
        return new FactType(name, record, about, new Text(named[2], named[3]), named[1], List.copyOf(properties));
    }

    private static Set<String> words(String cell) {
        Set<String> words = new TreeSet<>();
        for (String word : cell.split(" ", -1)) {
            switch (word) {
                case "FIGURE" -> {
                    add(words, redline.quantity.Quantity.values());
                    words.add("DWELLINGS");
                    words.add("TYPED_DWELLINGS");
                    words.add("GARAGE_SPACES");
                }
                case "FORM" -> words.addAll(redline.scheme.AreaElement.Detail.FORMS);
                case "GRADE" -> words.addAll(redline.scheme.ControlLine.GRADES);
                case "COMPASS" -> add(words, redline.scheme.Compass.values());
                case "ITEM" -> add(words, redline.scheme.ConditionLine.Item.values());
                case "LINE" -> add(words, redline.scheme.ControlLine.Kind.values());
                case "BEYOND" -> words.addAll(List.of("ROAD", "PARCEL", "WATER", "GREEN", "NONE"));
                default -> words.add(word);
            }
        }
        return words;
    }

    private static void add(Set<String> words, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            words.add(constant.name());
        }
    }

    private static FactType.Kind kindOf(Class<?> type) {
        if (type == String.class) {
            return FactType.Kind.STRING;
        }
        if (type == Double.class) {
            return FactType.Kind.NUMBER;
        }
        if (type == Boolean.class) {
            return FactType.Kind.BOOLEAN;
        }
        if (type == Terms.class) {
            return FactType.Kind.TERMS;
        }
        throw new IllegalStateException("a property of type " + type.getName() + " cannot be published");
    }

    private static String upper(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
