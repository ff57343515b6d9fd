package redline.scheme;

import java.math.BigDecimal;
import java.util.List;

/**
 * A building of the scheme or of its surroundings.
 *
 * @param use main use, a code of domain B.11
 * @param ground outdoor design ground, m above datum
 * @param declaredHeight 建筑高度 of the table, m
 * @param declaredFarArea 计容建筑面积 of the table, m²
 * @param declaredAbove / {@code declaredBelow} floor area above / below ground of the table, m²
 * @param declaredFootprint 基底面积 of the table, m²
 * @param storeysAbove 地上层数
 * @param fireGrade 耐火等级 1–4
 * @param roof FLAT or PITCHED
 * @param volumes null = not supplied
 */
public record Building(
        String id,
        String name,
        String parcel,
        String zone,
        Standing standing,
        String use,
        BigDecimal ground,
        BigDecimal declaredHeight,
        BigDecimal declaredFarArea,
        BigDecimal declaredAbove,
        BigDecimal declaredBelow,
        BigDecimal declaredFootprint,
        Integer storeysAbove,
        Integer dwellings,
        Integer fireGrade,
        Roof roof,
        List<Volume> volumes) {
    /** The same with other volumes. */
    public Building with(List<Volume> others) {
        return with(declaredHeight, others);
    }

    /** The same with another height in the table and other volumes. */
    public Building with(BigDecimal height, List<Volume> others) {
        return new Building(
                id,
                name,
                parcel,
                zone,
                standing,
                use,
                ground,
                height,
                declaredFarArea,
                declaredAbove,
                declaredBelow,
                declaredFootprint,
                storeysAbove,
                dwellings,
                fireGrade,
                roof,
                others);
    }

    /** 拟建 | 现状 | 已批未建 | 在批; the first is the scheme's own. */
    public enum Standing {
        PROPOSED,
        EXISTING,
        APPROVED,
        PENDING
    }

    /** 平屋顶 | 坡屋顶. */
    public enum Roof {
        FLAT,
        PITCHED
    }
}
