package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** What is stated of a building beside the building table; its id is the building's. No roof rooms is said as a share of 0. */
public record BuildingDetail(
        String id,
        String name,
        String parcel,

        @Stated(zh = "每单元电梯台数", en = "lifts of a unit", measures = Quantity.LIFTS)
        Integer lifts,

        @Stated(zh = "最高住户入口层", en = "highest entry storey") Integer entryStorey,

        @Stated(zh = "最高住户入口层楼面距室外地面高度", en = "height of the highest entry floor", unit = Unit.METRE)
        BigDecimal entryHeight,

        @Stated(zh = "每单元无障碍出入口", en = "accessible entrances of a unit", measures = Quantity.ACCESSIBLE_ENTRANCES)
        Integer accessibleEntrances,

        @Stated(zh = "消防车道通达的长边数", en = "long sides reached by fire lanes", measures = Quantity.FIRE_LANE_SIDES)
        Integer fireLaneSides,

        @Stated(zh = "场地受限不能两长边通达", en = "site allows one side only")
        Boolean ringImpossible,

        @Stated(zh = "沿街长度", en = "frontage length", unit = Unit.METRE)
        BigDecimal frontageLength,

        @Stated(zh = "总长度", en = "total length", unit = Unit.METRE)
        BigDecimal totalLength,

        @Stated(zh = "穿过建筑的消防车道", en = "fire passages through it", measures = Quantity.PASSAGE_COUNT)
        Integer firePassages,

        @Stated(
                zh = "火灾危险性类别",
                en = "fire hazard class",
                words = {"JIA", "YI", "BING", "DING", "WU", "NONE"})
        String hazard,

        @Stated(
                zh = "高层民用建筑类别",
                en = "class of high-rise civil building",
                words = {"ONE", "TWO", "NONE"})
        String fireClass,

        @Stated(zh = "人员密集场所", en = "crowded place") Boolean crowded,

        @Stated(zh = "重要公共建筑", en = "important public building")
        Boolean important,

        @Stated(zh = "为丙丁戊类厂房服务的生活用房", en = "living quarters of class-bing-ding-wu plants")
        Boolean servesPlant,

        @Stated(zh = "面宽", en = "width", measures = Quantity.FACE_WIDTH)
        BigDecimal faceWidth,

        @Stated(zh = "至主干道距离", en = "distance to the main road", measures = Quantity.ROAD_DISTANCE)
        BigDecimal mainRoadDistance,

        @Stated(
                zh = "建筑类型",
                en = "kind of building",
                words = {
                    "DWELLING",
                    "NURSERY",
                    "PRIMARY_SCHOOL",
                    "SECONDARY_SCHOOL",
                    "HOSPITAL",
                    "ELDERLY_HOME",
                    "OFFICE",
                    "COMMERCE",
                    "CULTURE",
                    "PLANT",
                    "WAREHOUSE",
                    "DORMITORY",
                    "OTHER"
                })
        String kind,

        @Stated(zh = "点式高层", en = "point tower") Boolean pointTower,

        @Stated(zh = "屋顶房间占屋面面积比例", en = "share of the roof that roof rooms take up", unit = Unit.PERCENT)
        BigDecimal roofRoomShare,

        @Stated(zh = "屋顶房间高出屋面", en = "height of the roof rooms above the roof", unit = Unit.METRE)
        BigDecimal roofRoomHeight,

        @Stated(
                zh = "室外设计地面至屋顶房间顶的高度",
                en = "height from the outdoor ground to the top of the roof rooms",
                measures = Quantity.ROOF_ROOM_TOP)
        BigDecimal roofRoomTop,

        @Stated(
                zh = "室外设计地面至最高点的高度",
                en = "height from the outdoor ground to the highest point",
                measures = Quantity.HIGHEST_POINT)
        BigDecimal highestPoint,

        @Stated(zh = "需要日照", en = "needs sunlight") Boolean needsSun,

        @Stated(zh = "需要日照处高出室外地面", en = "height above ground where sun is needed", unit = Unit.METRE, signed = true)
        BigDecimal sunLevel,

        @Stated(
                zh = "室内地坪设计标高(±0.00)",
                en = "design level of the indoor floor (±0.00)",
                unit = Unit.METRE,
                signed = true)
        BigDecimal zeroLevel)
        implements Element {}
