package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** Where a building or fence comes near the edge of a road (GB 55038 3.2.6, GB 50180 table 6.0.5). */
public record RoadEdge(
        String id,
        String name,
        String parcel,
        @Stated(zh = "建筑", en = "building") String building,

        @Stated(
                zh = "道路",
                en = "road",
                words = {"CITY", "SITE"})
        String road,

        @Stated(zh = "主要附属道路", en = "main estate road") Boolean mainRoad,

        @Stated(
                zh = "面向道路的一面",
                en = "face",
                words = {"NO_ENTRANCE", "ENTRANCE", "GABLE", "FENCE"})
        String face,

        @Stated(zh = "距离", en = "distance", measures = Quantity.EDGE_DISTANCE)
        BigDecimal distance)
        implements Element {}
