package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Point;
import redline.quantity.Unit;

/** A point that accesses keep a distance from. {@code distance}: stated, from the access named or, where none is, from each; else measured. */
public record NearbyPoint(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {
                    "JUNCTION",
                    "CROSSWALK",
                    "FOOTBRIDGE",
                    "UNDERPASS",
                    "METRO_EXIT",
                    "BUS_STOP",
                    "RAIL_CROSSING",
                    "TUNNEL",
                    "PARK_EXIT",
                    "SCHOOL_EXIT"
                })
        String kind,

        @Stated(
                zh = "所在道路等级",
                en = "road class",
                words = {"EXPRESSWAY", "TRUNK", "SECONDARY", "BRANCH"})
        String roadClass,

        @Stated(zh = "位于出口道且有中央分隔", en = "on an exit arm with median")
        Boolean exitArmWithMedian,

        @Stated(zh = "支路与支路相交", en = "branch meets branch") Boolean branchToBranch,

        @Stated(zh = "出入口已在用地最远端", en = "access at the farthest end of the site")
        Boolean farthestEnd,

        @Stated(zh = "所指出入口", en = "access") String access,

        @Stated(zh = "至出入口距离", en = "distance to the access", unit = Unit.METRE)
        BigDecimal distance,

        @Stated(zh = "位置", en = "place") Point place)
        implements Element {}
