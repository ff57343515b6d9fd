package redline.rulepack;

import java.util.HashMap;
import java.util.Map;
import redline.quantity.Text;

/** Codes of tables and conditions as readers know them, beyond those that reasons use; an unknown code stays as it stands. */
final class CodeWords {
    private static final Map<String, Text> CODES = codes();

    /** Where a code means something else: by property. */
    private static final Map<String, Text> OF_PROPERTY = Map.ofEntries(
            Map.entry("grade MAIN", new Text("主要河道", "main river")),
            Map.entry("grade TRUNK", new Text("铁路干线", "trunk railway")),
            Map.entry("grade BRANCH", new Text("铁路支线", "branch railway")),
            Map.entry("edge UPPER", new Text("上缘", "upper edge")),
            Map.entry("edge LOWER", new Text("下缘", "lower edge")));

    private CodeWords() {}

    /** The code as a value of the property. */
    static Text of(String property, Object value) {
        Text own = OF_PROPERTY.get(property + " " + value);
        return own != null ? own : of(value);
    }

    static Text of(Object value) {
        Text known = CODES.get(String.valueOf(value));
        return known != null ? known : Because.word(value);
    }

    private static Map<String, Text> codes() {
        Map<String, Text> codes = new HashMap<>();
        codes.put("ANY", new Text("任意", "any"));
        codes.put("LOW", new Text("低层", "low-rise"));
        codes.put("MULTI", new Text("多层", "mid-rise"));
        codes.put("HIGH", new Text("高层", "high-rise"));
        codes.put("NOT_HIGH", new Text("非高层", "not high-rise"));
        codes.put("SUPER_HIGH", new Text("超高层", "super high-rise"));
        codes.put("OTHER", new Text("其他", "other"));
        codes.put("SINGLE", new Text("单层", "single storey"));
        codes.put("SEVERAL", new Text("多于一层", "more than one storey"));
        codes.put("EITHER", new Text("不分", "either"));
        codes.put("EXPRESSWAY", new Text("快速路", "expressway"));
        codes.put("TRUNK", new Text("主干路", "trunk road"));
        codes.put("SECONDARY", new Text("次干路", "secondary road"));
        codes.put("BRANCH", new Text("支路", "branch road"));
        codes.put("MAIN_MAIN", new Text("主面对主面", "main to main face"));
        codes.put("MAIN_GABLE", new Text("主面对山墙", "main face to gable"));
        codes.put("GABLE_GABLE", new Text("山墙对山墙", "gable to gable"));
        codes.put("HIGHER", new Text("较高一面", "of the higher one"));
        codes.put("LOWER", new Text("较低一面", "of the lower one"));
        codes.put("EQUAL", new Text("等高", "of equal height"));
        codes.put("DWELLINGS", new Text("户数", "dwellings"));
        codes.put("TYPED_DWELLINGS", new Text("分户型的户数", "dwellings by type"));
        codes.put("GARAGE_SPACES", new Text("车库车位数", "spaces in garages"));
        codes.put("BLUE_LINE", new Text("城市蓝线", "blue line"));
        codes.put("GREEN_LINE", new Text("城市绿线", "green line"));
        codes.put("PURPLE_LINE", new Text("城市紫线", "purple line"));
        codes.put("YELLOW_LINE", new Text("城市黄线", "yellow line"));
        codes.put("POWER_CORRIDOR", new Text("高压走廊", "power corridor"));
        codes.put("RIVER", new Text("河道", "river"));
        codes.put("HIGHWAY", new Text("公路", "highway"));
        codes.put("RAILWAY", new Text("铁路", "railway"));
        codes.put("DYKE", new Text("堤防", "dyke"));
        codes.put("ELEVATED_ROAD", new Text("高架道路", "elevated road"));
        codes.put("ELEVATED_RAMP", new Text("高架匝道", "elevated ramp"));
        codes.put("HIGH_SPEED", new Text("高速铁路", "high-speed line"));
        codes.put("MOTORWAY", new Text("高速公路", "motorway"));
        codes.put("NATIONAL", new Text("国道", "national road"));
        codes.put("PROVINCIAL", new Text("省道", "provincial road"));
        codes.put("COUNTY", new Text("县道", "county road"));
        codes.put("TOWN", new Text("乡道", "township road"));
        codes.put("MAIN", new Text("主要朝向面", "main face"));
        codes.put("GABLE", new Text("山墙", "gable"));
        codes.put("NO_ENTRANCE", new Text("无出入口", "without entrance"));
        codes.put("ENTRANCE", new Text("有出入口", "with entrance"));
        codes.put("STOREY", new Text("楼层", "storey"));
        codes.put("VOID_DECK", new Text("架空层", "void deck"));
        codes.put("BALCONY", new Text("阳台", "balcony"));
        codes.put("BAY_WINDOW", new Text("凸(飘)窗", "bay window"));
        codes.put("EQUIPMENT_PLATFORM", new Text("设备平台", "equipment platform"));
        codes.put("EQUIPMENT_FLOOR", new Text("设备层", "equipment floor"));
        codes.put("CANOPY", new Text("雨篷", "canopy"));
        codes.put("PORCH", new Text("门廊", "porch"));
        codes.put("CORRIDOR", new Text("走廊", "corridor"));
        codes.put("LINK_BRIDGE", new Text("架空走廊", "link bridge"));
        codes.put("OUTDOOR_STAIR", new Text("室外楼梯", "outdoor stair"));
        codes.put("GARAGE_RAMP", new Text("车库坡道", "garage ramp"));
        codes.put("SLOPING_ROOF", new Text("坡屋顶空间", "space under a sloping roof"));
        codes.put("INSULATION", new Text("保温层", "insulation"));
        codes.put("ROOF_ROOM", new Text("屋顶房间", "roof room"));
        codes.put("EAVE", new Text("挑檐", "eave"));
        codes.put("RAMP", new Text("坡道", "ramp"));
        codes.put("STEPS", new Text("台阶", "steps"));
        codes.put("AIR_CONDITIONER", new Text("空调室外机", "air conditioner"));
        codes.put("FENCE", new Text("围墙", "fence"));
        codes.put("GATE_HOUSE", new Text("门卫", "gate house"));
        codes.put("BARRIER", new Text("车行道闸", "barrier"));
        codes.put("SMALL_SERVICE", new Text("附属小建筑", "small service building"));
        codes.put("TANK", new Text("池罐", "tank"));
        codes.put("PLANT_FENCE", new Text("厂区围墙", "fence of a plant"));
        codes.put("SUBSTATION_10KV", new Text("10 kV 变电站", "10 kV substation"));
        codes.put("OPEN_FLAME", new Text("明火地点", "open flame"));
        codes.put("UPPER", new Text("上缘", "upper edge"));
        codes.put("VEHICLE", new Text("车行道", "carriageway"));
        codes.put("FOOTWAY", new Text("人行道", "footway"));
        codes.put("CITY", new Text("城市道路", "city road"));
        codes.put("SITE", new Text("基地道路", "site road"));
        codes.put("MOTOR", new Text("机动车", "car"));
        codes.put("NON_MOTOR", new Text("非机动车", "bicycle"));
        codes.put("STRAIGHT", new Text("直线", "straight"));
        codes.put("CURVED", new Text("曲线", "curved"));
        codes.put("LIFT", new Text("升降机", "lift"));
        codes.put("MICRO", new Text("微型", "micro"));
        codes.put("SMALL", new Text("小型", "small"));
        codes.put("LIGHT", new Text("轻型", "light"));
        codes.put("MEDIUM", new Text("中型", "medium"));
        codes.put("LARGE", new Text("大型", "large"));
        codes.put("NEW", new Text("新区", "new district"));
        codes.put("OLD", new Text("旧区", "old district"));
        codes.put("COMMERCE", new Text("商业", "commerce"));
        codes.put("CULTURE", new Text("文化", "culture"));
        codes.put("EDUCATION", new Text("教育", "education"));
        codes.put("HEALTH", new Text("医疗卫生", "health"));
        codes.put("HOUSING", new Text("居住", "housing"));
        codes.put("INDUSTRY", new Text("工业", "industry"));
        codes.put("OFFICE", new Text("办公", "office"));
        codes.put("TRANSPORT", new Text("交通", "transport"));
        codes.put("DORMITORY", new Text("宿舍", "dormitory"));
        codes.put("DWELLING", new Text("住宅", "dwelling"));
        codes.put("ELDERLY_HOME", new Text("老年人照料设施", "home for the elderly"));
        codes.put("HOSPITAL", new Text("医院", "hospital"));
        codes.put("AGREES", new Text("在误差之内", "within the error"));
        codes.put("BEFORE", new Text("建设前的时数", "the hours before"));
        codes.put("POINTS", new Text("换窗台中点或两端", "other points of the sill"));
        codes.put("SUM", new Text("换最长一段或累计", "longest stretch or all together"));
        codes.put("SHORT_STRETCHES", new Text("计入过短的时段", "short stretches counted"));
        codes.put("LONG_STRETCHES", new Text("只计半小时以上的时段", "stretches from half an hour on"));
        codes.put("CLOCK_TIME", new Text("以北京时间为真太阳时", "clock time taken for solar time"));
        codes.put("LEFT_OUT", new Text("未计入某栋建筑", "a building left out"));
        codes.put("NOTHING", new Text("没有找到", "nothing found"));
        codes.put("CLASSROOM", new Text("教室", "classroom"));
        codes.put("WARD", new Text("病房", "ward"));
        codes.put("ELDERLY", new Text("老年人居室", "room of the elderly"));
        codes.put("NURSERY", new Text("托儿所、幼儿园", "nursery"));
        codes.put("PLANT", new Text("厂房", "plant"));
        codes.put("PRIMARY_SCHOOL", new Text("小学", "primary school"));
        codes.put("SECONDARY_SCHOOL", new Text("中学", "secondary school"));
        codes.put("WAREHOUSE", new Text("仓库", "warehouse"));
        codes.put("JIA", new Text("甲类", "class A"));
        codes.put("YI", new Text("乙类", "class B"));
        codes.put("BING", new Text("丙类", "class C"));
        codes.put("DING", new Text("丁类", "class D"));
        codes.put("WU", new Text("戊类", "class E"));
        codes.put("ONE", new Text("一类", "class one"));
        codes.put("TWO", new Text("二类", "class two"));
        codes.put("FARMLAND", new Text("永久基本农田", "permanent farmland"));
        codes.put("ECO_RED_LINE", new Text("生态保护红线", "ecological red line"));
        codes.put("URBAN_BOUNDARY", new Text("城镇开发边界", "urban development boundary"));
        codes.put("JUNCTION", new Text("道路交叉口", "junction"));
        codes.put("BUS_STOP", new Text("公交站", "bus stop"));
        codes.put("CROSSWALK", new Text("人行横道", "crosswalk"));
        codes.put("FOOTBRIDGE", new Text("人行天桥", "footbridge"));
        codes.put("UNDERPASS", new Text("人行地道", "underpass"));
        codes.put("METRO_EXIT", new Text("地铁出入口", "metro exit"));
        codes.put("PARK_EXIT", new Text("公园出入口", "exit of a park"));
        codes.put("SCHOOL_EXIT", new Text("学校出入口", "exit of a school"));
        codes.put("RAIL_CROSSING", new Text("铁路道口", "rail crossing"));
        codes.put("TUNNEL", new Text("隧道口", "tunnel"));
        codes.put("ADMIN", new Text("行政办公", "administration"));
        codes.put("ADMIN_WINDOW", new Text("行政办公(有对外窗口)", "administration with public counters"));
        codes.put("ANCILLARY", new Text("配套用房", "ancillary rooms"));
        codes.put("BUSINESS", new Text("商务办公", "business offices"));
        codes.put("CATERING", new Text("餐饮", "catering"));
        codes.put("COMMUNITY_HEALTH", new Text("社区卫生服务", "community health"));
        codes.put("CONFERENCE", new Text("会议", "conference"));
        codes.put("ELDERLY_CARE", new Text("养老", "care of the elderly"));
        codes.put("EXHIBITION", new Text("展览", "exhibition"));
        codes.put("FOOD_MARKET", new Text("菜市场", "food market"));
        codes.put("HOSPITAL_OTHER", new Text("医院其他部分", "hospital, other parts"));
        codes.put("HOSPITAL_OUTPATIENT", new Text("医院门诊", "hospital outpatients"));
        codes.put("HOSPITAL_WARD", new Text("医院病床", "hospital wards"));
        codes.put("HOTEL_OTHER", new Text("其他旅馆", "other hotel"));
        codes.put("HOTEL_STARRED", new Text("星级旅馆", "starred hotel"));
        codes.put("INDUSTRY_DORMITORY", new Text("工业用地内宿舍", "dormitory of industry"));
        codes.put("INDUSTRY_OFFICE", new Text("工业用地内办公", "office of industry"));
        codes.put("KINDERGARTEN", new Text("幼儿园", "kindergarten"));
        codes.put("LIBRARY", new Text("图书馆", "library"));
        codes.put("RETAIL", new Text("零售商业", "retail"));
        codes.put("SUPERMARKET", new Text("超市", "supermarket"));
        codes.put("THEATRE_HIGHER", new Text("影剧院(高标准)", "theatre, higher"));
        codes.put("THEATRE_LOWER", new Text("影剧院(一般)", "theatre, lower"));
        codes.put("WHOLESALE", new Text("批发市场", "wholesale"));
        codes.put("BUILDING", new Text("建筑", "building"));
        codes.put("CONDITION", new Text("规划条件", "conditions letter"));
        codes.put("AREA_ELEMENT", new Text("面积项", "area element"));
        codes.put("ALL", new Text("全部", "all"));
        codes.put("BOTH", new Text("两种布局", "both layouts"));
        codes.put("DENSE", new Text("高密度布局", "dense layout"));
        codes.put("GENERAL", new Text("一般布局", "general layout"));
        codes.put("ROOMS", new Text("客房", "rooms"));
        codes.put("BEDS", new Text("床位", "beds"));
        codes.put("SEATS", new Text("座位", "seats"));
        codes.put("STAFF", new Text("教工或员工", "staff"));
        codes.put("CLASSES", new Text("班级", "classes"));
        codes.put("SHALL", new Text("应", "shall"));
        codes.put("SHOULD", new Text("宜", "should"));
        codes.put("STORE", new Text("仓储建筑", "store"));
        codes.put("CANOPY_ON_COLUMNS", new Text("有柱雨篷", "canopy on columns"));
        codes.put("CANOPY_WITHOUT_COLUMNS", new Text("无柱雨篷", "canopy without columns"));
        codes.put("LINK_BRIDGE_ENCLOSED", new Text("封闭的架空走廊", "enclosed link bridge"));
        codes.put("LINK_BRIDGE_RAILED", new Text("不封闭的架空走廊", "railed link bridge"));
        codes.put("ENCLOSED", new Text("封闭", "enclosed"));
        codes.put("RAILED", new Text("有围护设施", "railed"));
        codes.put("UNDER_OVERHANG", new Text("无围护设施", "under an overhang"));
        codes.put("NEARER", new Text("取小者", "the smaller"));
        codes.put("FARTHER", new Text("取大者", "the larger"));
        return codes;
    }
}
