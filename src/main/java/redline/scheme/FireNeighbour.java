package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** What is no building and yet keeps a fire separation from one (GB 50016 3.4 and 5.2). */
public record FireNeighbour(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"PLANT_FENCE", "SUBSTATION_10KV", "OPEN_FLAME"})
        String kind,

        @Stated(zh = "所对建筑", en = "building") String building,

        @Stated(zh = "至建筑距离", en = "distance to the building", measures = Quantity.FIRE_SEPARATION)
        BigDecimal distance)
        implements Element {}
