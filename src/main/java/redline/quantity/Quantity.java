package redline.quantity;

/**
 * Everything that can be measured and bounded. {@code docs/GLOSSARY.md} decides names and units. A ratio is judged on its
 * numerator and denominator, never on the quotient (design §4).
 */
public enum Quantity {
    FAR("容积率", "Floor area ratio", Unit.NONE, 2),
    FAR_FLOOR_AREA("计容建筑面积", "Floor area counted for FAR", Unit.SQUARE_METRE, 2),
    FLOOR_AREA_ABOVE("地上建筑面积", "Floor area above ground", Unit.SQUARE_METRE, 2),
    FLOOR_AREA_BELOW("地下建筑面积", "Floor area below ground", Unit.SQUARE_METRE, 2),
    COMMERCIAL_AREA("商业建筑面积", "Commercial floor area", Unit.SQUARE_METRE, 2),
    BUILDING_DENSITY("建筑密度", "Building density", Unit.PERCENT, 2),
    GREEN_RATIO("绿地率", "Green ratio", Unit.PERCENT, 2),
    BUILDING_HEIGHT("建筑高度", "Building height", Unit.METRE, 2),
    SETBACK("退让距离", "Setback", Unit.METRE, 2),
    CONTROL_LINE_SETBACK("退让控制线距离", "Setback from control line", Unit.METRE, 2),
    SPACING("建筑间距", "Building spacing", Unit.METRE, 2),
    FIRE_SEPARATION("防火间距", "Fire separation", Unit.METRE, 2),
    PARKING_MOTOR("机动车停车位", "Car parking spaces", Unit.COUNT, 0),
    PARKING_NON_MOTOR("非机动车停车位", "Bicycle parking spaces", Unit.COUNT, 0),
    /** Codes of the land-use guide (domain B.11): a code lies within each of its prefixes. */
    USE("使用性质", "Use", Unit.TERM, 0),
    ROOF_FORM("屋顶形式", "Roof form", Unit.TERM, 0),
    ACCESS_SIDE("机动车出入口方位", "Side of vehicle access", Unit.TERM, 0),
    FAR_ABOVE("地上容积率", "Floor area ratio above ground", Unit.NONE, 2),
    FAR_BELOW("地下容积率", "Floor area ratio below ground", Unit.NONE, 2),
    BUILDING_COEFFICIENT("建筑系数", "Building coefficient", Unit.PERCENT, 2),
    OFFICE_LAND_SHARE("行政办公及生活服务设施用地所占比重", "Land share of offices and services", Unit.PERCENT, 2),
    OFFICE_AREA_SHARE("行政办公及生活服务设施建筑面积所占比重", "Floor area share of offices and services", Unit.PERCENT, 2),
    HANDOVER_SPACES("无偿移交车位", "Parking spaces handed over", Unit.COUNT, 0),
    HOLD_SHARE("自持比例", "Share held by the developer", Unit.PERCENT, 2),
    INDIVISIBLE_SHARE("不可分割比例", "Indivisible share", Unit.PERCENT, 2),
    BASEMENT_STOREYS("地下层数", "Basement storeys", Unit.NONE, 0),
    BASEMENT_DEPTH("地下空间深度", "Basement depth", Unit.METRE, 2),
    RUNOFF_CONTROL("年径流总量控制率", "Annual runoff control rate", Unit.PERCENT, 2),
    RUNOFF_POLLUTION_REMOVAL("年径流污染(SS)削减率", "Runoff pollution (SS) removal", Unit.PERCENT, 2),
    RUNOFF_COEFFICIENT("综合径流系数", "Composite runoff coefficient", Unit.NONE, 2),
    PERMEABLE_SHARE("透水铺装率", "Permeable paving share", Unit.PERCENT, 2),
    SUNKEN_GREEN_SHARE("下凹式绿地率", "Sunken green share", Unit.PERCENT, 2),
    PREFAB_SHARE("装配式建筑比例", "Prefabricated share", Unit.PERCENT, 2),
    GREEN_STARS("绿色建筑星级", "Green building stars", Unit.NONE, 0),
    CHARGING_SHARE("充电车位比例", "Share of charging spaces", Unit.PERCENT, 2),
    CIVIL_DEFENCE_AREA("人防建筑面积", "Civil defence floor area", Unit.SQUARE_METRE, 2),
    INVESTMENT_INTENSITY("投资强度", "Investment intensity", Unit.PER_MU, 2),
    EQUIPMENT_SHARE("设备占固定资产投资比例", "Share of equipment in fixed investment", Unit.PERCENT, 2),
    RESEARCH_SHARE("研发经费占比", "Share of research spending", Unit.PERCENT, 2),
    ENERGY_VALUE("单位能耗增加值", "Value added per tonne of coal equivalent", Unit.PER_TONNE, 2),
    EMISSION_VALUE("单位排放增加值", "Value added per tonne of emissions", Unit.PER_TONNE, 2),
    TAX_PER_MU("亩均税收", "Tax per mu", Unit.PER_MU, 2),
    SALES_PER_MU("亩均销售收入", "Sales per mu", Unit.PER_MU, 2),
    ACCESSIBLE_SPACES("无障碍机动车停车位", "Accessible car spaces", Unit.COUNT, 0),
    VISITOR_SPACES("访客车位", "Visitor car spaces", Unit.COUNT, 0),
    SHARED_SPACES("共享车位", "Shared car spaces", Unit.COUNT, 0),
    LARGE_SPACES("大尺寸小型车位", "Large small-car spaces", Unit.COUNT, 0),
    MICRO_SPACES("微型车位", "Micro car spaces", Unit.COUNT, 0),
    MECHANICAL_SPACES("机械停车位", "Mechanical car spaces", Unit.COUNT, 0),
    SURFACE_SPACES("地面机动车停车位", "Surface car spaces", Unit.COUNT, 0),
    VEHICLE_EXITS("机动车出入口数", "Vehicle exits of the site", Unit.COUNT, 0),
    EXPRESSWAY_EXITS("快速路上的机动车出入口数", "Vehicle exits onto expressways", Unit.COUNT, 0),
    GARAGE_EXITS_DOUBLE("车库双车道出入口数", "Two-lane garage exits", Unit.COUNT, 0),
    CONNECTING_ROAD_WIDTH("基地连接道路宽度", "Width of the connecting road", Unit.METRE, 2),
    CROWD_FRONTAGE("人员密集场所临城市道路长度", "Frontage of a crowded building on city roads", Unit.METRE, 2),
    /** Length of the outer site boundary. */
    SITE_PERIMETER("用地周长", "Perimeter of the site", Unit.METRE, 2),
    CROWD_EXITS("人员密集场所基地出口数", "Exits of the site of a crowded building", Unit.COUNT, 0),
    GROUND_ABOVE_ROAD("场地高出相邻道路最低点", "Ground above the lowest adjoining road", Unit.METRE, 2),
    GROUND_ABOVE_FLOOD("场地高出防洪水位", "Ground above the flood level", Unit.METRE, 2),
    PASSAGE_SPACING("人行通道间距", "Spacing of street passages", Unit.METRE, 2),
    PEDESTRIAN_EXIT_SPACING("人行出入口间距", "Spacing of pedestrian exits", Unit.METRE, 2),
    HOUSING_ROAD_EXITS("主要附属道路连接城市道路的车行出入口", "Vehicle exits of the main estate road to city roads", Unit.COUNT, 0),
    POPULATION("居住人数", "Residents", Unit.COUNT, 0),
    CONCENTRATED_GREEN("集中绿地面积", "Concentrated green", Unit.SQUARE_METRE, 2),
    PUBLIC_GREEN_5("五分钟生活圈公共绿地", "Public green of the 5-minute circle", Unit.SQUARE_METRE, 2),
    KINDERGARTEN_DISTANCE("至幼儿园距离", "Distance to the kindergarten", Unit.METRE, 2),
    PROPERTY_ROOMS("物业管理用房面积", "Property-management rooms", Unit.SQUARE_METRE, 2),
    TOTAL_FLOOR_AREA("总建筑面积", "Total floor area", Unit.SQUARE_METRE, 2),
    HOUSING_FLOOR_AREA("住宅建筑面积", "Housing floor area", Unit.SQUARE_METRE, 2),
    HOUSING_FOOTPRINT("住宅建筑基底面积", "Housing footprint", Unit.SQUARE_METRE, 2),
    AVERAGE_STOREYS("住宅平均层数", "Average storeys of housing", Unit.NONE, 2),
    HOUSING_LAND_PER_PERSON("人均居住用地面积", "Housing land per person", Unit.SQUARE_METRE, 2),
    MOTOR_EXIT_TOTAL("停车场(库)机动车出入口数", "Exits of car parks", Unit.COUNT, 0),
    CLEAR_WIDTH("净宽", "Clear width", Unit.METRE, 2),
    CLEAR_HEIGHT("净高", "Clear height", Unit.METRE, 2),
    SLOPE("坡度", "Slope", Unit.PERCENT, 2),
    WALL_DISTANCE("距外墙", "Distance to the wall", Unit.METRE, 2),
    DEAD_END_LENGTH("尽端长度", "Length of dead end", Unit.METRE, 2),
    TURNING_SIDE("回车场短边", "Shorter side of the turning area", Unit.METRE, 2),
    TURNING_RADIUS("转弯半径", "Turning radius", Unit.METRE, 2),
    LADDER_LENGTH("登高操作场地长度", "Length of ladder-truck area", Unit.METRE, 2),
    LADDER_WIDTH("登高操作场地宽度", "Width of ladder-truck area", Unit.METRE, 2),
    LADDER_COVERAGE("登高操作场地连续长度", "Ladder-truck areas along the building", Unit.METRE, 2),
    LADDER_GAP("登高操作场地间隔", "Gap between ladder-truck areas", Unit.METRE, 2),
    PODIUM_DEPTH("场地内裙房进深", "Depth of podium within the ladder-truck area", Unit.METRE, 2),
    OBSTRUCTIONS("障碍物", "Obstructions", Unit.COUNT, 0),
    ROAD_WIDTH("道路宽度", "Road width", Unit.METRE, 2),
    EXIT_COUNT("出入口数", "Number of exits", Unit.COUNT, 0),
    EXIT_SPACING("出入口间距", "Spacing of exits", Unit.METRE, 2),
    EXIT_WIDTH("出入口宽度", "Width of exits", Unit.METRE, 2),
    RAMP_TO_RED_LINE("坡道出口至道路红线", "Ramp end to the road red line", Unit.METRE, 2),
    RAMP_TO_SITE_ROAD("坡道出口至基地道路", "Ramp end to the site road", Unit.METRE, 2),
    NON_MOTOR_EXIT_SPACING("与非机动车库出入口间距", "Spacing to bicycle-garage exits", Unit.METRE, 2),
    FENCE_SETBACK("围墙等退让距离", "Setback of fences and gate houses", Unit.METRE, 2),
    RAILWAY_DISTANCE("至铁路中心线距离", "Distance to the railway centre line", Unit.METRE, 2),
    GREEN_WIDTH("绿地宽度", "Width of green", Unit.METRE, 2),
    GREEN_AREA("单块绿地面积", "Area of one green", Unit.SQUARE_METRE, 2),
    SUNLIT_SHARE("标准日照阴影线外面积比例", "Share outside the sunlight shadow line", Unit.PERCENT, 2),
    EDGE_DISTANCE("道路边缘至建(构)筑物距离", "Road edge to building", Unit.METRE, 2),
    BEYOND_RED_LINE("突出红线距离", "Projection beyond the red line", Unit.METRE, 2),
    SETBACK_TAKEN("突出物占用退让的距离", "Projection into the setback", Unit.METRE, 2),
    WALL_TO_BUILDING("挡土墙至建筑距离", "Retaining wall to building", Unit.METRE, 2),
    FACILITY_AREA("配套设施面积", "Facility area", Unit.SQUARE_METRE, 2),
    FACILITY_STOREY("配套设施所在层", "Storey of the facility", Unit.NONE, 0),
    FACILITY_HANDOVER("配套设施移交", "Facility handed over", Unit.TERM, 0),
    ACCESS_DISTANCE("出入口距离", "Distance of access", Unit.METRE, 2),
    ACCESS_ANGLE("出入口夹角", "Angle of access", Unit.DEGREE, 1),
    NO_ACCESS("出入口位于禁开口段", "Access within a no-access stretch", Unit.TERM, 0),
    BASEMENT_SETBACK("地下建筑退让距离", "Setback of basements", Unit.METRE, 2),
    OUTSIDE_AREA("超出用地红线面积", "Area beyond the site line", Unit.SQUARE_METRE, 2),
    OVERLAP_AREA("与控制范围重叠面积", "Overlap with a control area", Unit.SQUARE_METRE, 2),
    AREA_COEFFICIENT("面积系数", "Area coefficient", Unit.NONE, 2),
    FAR_COEFFICIENT("计容系数", "FAR coefficient", Unit.NONE, 2),
    VEHICLE_FACTOR("车型换算系数", "Factor of a vehicle class", Unit.NONE, 2),
    STOREY_HEIGHT("层高", "Storey height", Unit.METRE, 2),
    /** From the outdoor design ground to the top of the highest roof room: what the height is where roof rooms count. */
    ROOF_ROOM_TOP("计入屋顶房间的高度", "Height with the roof rooms", Unit.METRE, 2),
    HIGHEST_POINT("最高点高度", "Height of the highest point", Unit.METRE, 2),
    STOREYS("层数", "Storeys", Unit.NONE, 0),
    LIFTS("每单元电梯台数", "Lifts of a unit", Unit.COUNT, 0),
    ACCESSIBLE_ENTRANCES("每单元无障碍出入口", "Accessible entrances of a unit", Unit.COUNT, 0),
    FACE_WIDTH("建筑面宽", "Width of building", Unit.METRE, 2),
    HIGH_RISE_WIDTH_SHARE("高层住宅面宽之和占比", "Share of high-rise widths along the side", Unit.PERCENT, 2),
    FIRE_LANE_SIDES("消防车道通达的长边数", "Long sides reached by fire lanes", Unit.NONE, 0),
    PASSAGE_COUNT("穿过建筑的消防车道", "Fire passages through the building", Unit.COUNT, 0),
    ROAD_DISTANCE("至主干道距离", "Distance to the main road", Unit.METRE, 2),
    SUN_HOURS("日照时数", "Hours of sunlight", Unit.HOUR, 2),
    SUN_HOURS_SECOND("次优居室日照时数", "Hours of sunlight of the second-best room", Unit.HOUR, 2),
    SUN_HOURS_LAND("最小退让线以内最少日照时数", "Least hours of sunlight within the setback lines", Unit.HOUR, 2),
    SUN_WINDOWS("日照窗数", "Windows for sunlight", Unit.COUNT, 0),
    SUN_LOSS("减少的日照时数", "Hours of sunlight lost", Unit.HOUR, 2),
    SUN_TABLE_DIFFERENCE("日照报告与复算之差超出误差的部分", "Sunlight report against recomputing, beyond the error", Unit.HOUR, 2),
    SUN_HOURS_WINTER("冬至日日照时数", "Hours of sunlight at the winter solstice", Unit.HOUR, 2),
    TOTAL_AREA_DIFFERENCE("总建筑面积与地上、地下之和之差", "Total floor area against above and below", Unit.SQUARE_METRE, 2),
    FAR_DIFFERENCE("申报容积率与申报面积之商之差", "Declared FAR against declared areas", Unit.NONE, 4),
    BUILDINGS_AREA_DIFFERENCE("各栋建筑面积之和与申报之差", "Sum of buildings against declared floor area", Unit.SQUARE_METRE, 2),
    BUILDINGS_FAR_AREA_DIFFERENCE("各栋计容面积之和与申报之差", "Sum of buildings against declared FAR area", Unit.SQUARE_METRE, 2),
    PARKING_AREA_DIFFERENCE("停车配建计算表与面积计算表之差", "Parking table against area table", Unit.SQUARE_METRE, 2),
    PLATE_DIFFERENCE("地上建筑面积与层数乘基底之差", "Floor area against storeys times footprint", Unit.SQUARE_METRE, 2),
    /** |measured, rounded to the declared decimals − declared|: 图表不一致 when not zero. The unit is that of the indicator. */
    DECLARED_DIFFERENCE("申报与复核之差", "Declared against computed", Unit.NONE, 4);

    private final Text title;
    private final Unit unit;
    private final int decimals;

    Quantity(String zh, String en, Unit unit, int decimals) {
        this.title = new Text(zh, en);
        this.unit = unit;
        this.decimals = decimals;
    }

    public Text title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** Decimals shown (HALF_UP, in the shown unit); more are shown where a decision needs them. Judging never rounds. */
    public int decimals() {
        return decimals;
    }
}
