package redline.scheme;

import redline.quantity.Text;

/**
 * What a finding is about. {@code id} is unique within its kind in one scheme; a layer that was not supplied is the one subject
 * whose id is {@code "?"} (of a whole layer) or ends in {@code "?"} (of one owner, for example the volumes of one building).
 */
public record Subject(Kind kind, String id, Text name) {
    /** Kinds of subject; the code name is the name of the fact type that rules see. */
    public enum Kind {
        SCHEME("方案", "Scheme"),
        PARCEL("地块", "Parcel"),
        BUILDING("建筑", "Building"),
        VOLUME("体量", "Volume"),
        SIDE("用地界线", "Site boundary side"),
        BUILDING_SIDE("建筑与用地界线", "Building to boundary side"),
        VOLUME_SIDE("体量与用地界线", "Volume to boundary side"),
        VOLUME_LINE("体量与控制线", "Volume to control line"),
        PAIR("建筑间", "Pair of buildings"),
        VOLUME_PAIR("体量间", "Pair of volumes"),
        ACCESS("出入口", "Access"),
        FIRE_LANE("消防车道", "Fire lane"),
        LADDER_AREA("消防车登高操作场地", "Ladder-truck area"),
        SITE_ROAD("基地内道路", "Site road"),
        GARAGE_RAMP("车库坡道", "Garage ramp"),
        OPEN_LOT("室外停车场", "Open car park"),
        FENCE("围墙、门卫", "Fence or gate house"),
        CONCENTRATED_GREEN("集中绿地", "Concentrated green"),
        PROJECTION("突出物", "Projection"),
        ROAD_EDGE("道路边缘", "Road edge"),
        RETAINING_WALL("挡土墙、护坡", "Retaining wall"),
        FIRE_NEIGHBOUR("围墙、变电站、明火地点至建筑", "Plant fence, substation or open flame to building"),
        VEHICLE_SPACES("各车型车位", "Spaces by vehicle"),
        DWELLING_TYPE("户型", "Dwelling type"),
        SUNLIT_DWELLING("日照户", "Sunlit dwelling"),
        SUNLIT_ROOM("日照房间", "Sunlit room"),
        PLANNED_LAND("相邻规划用地", "Planned land beside the site"),
        REPORTED_WINDOW("日照报告的窗", "Window of the sunlight report"),
        BASEMENT_SIDE("地下建筑与用地界线", "Basement to boundary side"),
        ACCESS_POINT("出入口与周边点位", "Access to nearby point"),
        SITE_AREA("地块与控制范围", "Site and control area"),
        FACILITY_ITEM("配套设施项", "Facility"),
        AREA_ELEMENT("面积项", "Area element"),
        INDICATOR("申报指标", "Declared indicator"),
        ARTICLE("规划条件条文", "Article of the letter");

        private final Text title;

        Kind(String zh, String en) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }

    public boolean notSupplied() {
        return id.endsWith("?");
    }
}
