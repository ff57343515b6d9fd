package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Unit;

/**
 * One row of the table by which parking is counted (停车配建计算表): a use in the words of the parking standard and what it is
 * counted by. Dwellings have a table of their own, {@link DwellingType}.
 */
public record ParkingNeed(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "停车配建用途",
                en = "use in the parking standard",
                words = {
                    "ANCILLARY",
                    "ADMIN_WINDOW",
                    "ADMIN",
                    "BUSINESS",
                    "RETAIL",
                    "SUPERMARKET",
                    "WHOLESALE",
                    "FOOD_MARKET",
                    "CATERING",
                    "HOTEL_STARRED",
                    "HOTEL_OTHER",
                    "THEATRE_HIGHER",
                    "THEATRE_LOWER",
                    "EXHIBITION",
                    "CONFERENCE",
                    "CULTURE",
                    "LIBRARY",
                    "HOSPITAL_OUTPATIENT",
                    "HOSPITAL_WARD",
                    "HOSPITAL_OTHER",
                    "COMMUNITY_HEALTH",
                    "ELDERLY_CARE",
                    "SECONDARY_SCHOOL",
                    "PRIMARY_SCHOOL",
                    "KINDERGARTEN",
                    "INDUSTRY",
                    "INDUSTRY_OFFICE",
                    "INDUSTRY_DORMITORY",
                    "OTHER"
                })
        String use,

        @Stated(
                zh = "零售商业的规模",
                en = "size of retail",
                words = {"LARGE", "MEDIUM", "SMALL"})
        String size,

        @Stated(zh = "建筑面积", en = "floor area", unit = Unit.SQUARE_METRE)
        BigDecimal floorArea,

        @Stated(zh = "客房数", en = "rooms") Integer rooms,
        @Stated(zh = "座位数", en = "seats") Integer seats,
        @Stated(zh = "床位数", en = "beds") Integer beds,
        @Stated(zh = "班级数", en = "classes") Integer classes,
        @Stated(zh = "教工或员工数", en = "staff") Integer staff)
        implements Element {}
