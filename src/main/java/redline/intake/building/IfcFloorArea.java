package redline.intake.building;

import java.math.BigDecimal;
import redline.quantity.Text;

/** Gross floor area: only where the file names it so, for storeys or for the building. */
final class IfcFloorArea {
    private static final String NAME = "GrossFloorArea";

    private IfcFloorArea() {}

    static void tell(int[] buildings, IfcStoreys storeys, IfcProperties properties, IfcTold told) {
        BigDecimal sum = null;
        for (IfcStorey storey : storeys.all()) {
            IfcProperties.Entry entry = properties.number(storey.entity().id(), NAME);
            if (entry != null) {
                told.value(
                        "storeys[" + storey.name() + "].grossFloorArea",
                        entry.number().toPlainString(),
                        entry.from());
                sum = IfcProperties.sum(sum, entry);
            }
        }
        if (sum != null) {
            told.value("storeysGrossFloorArea", sum.toPlainString(), "IFCBUILDINGSTOREY");
        }
        BigDecimal whole = null;
        for (int building : buildings) {
            IfcProperties.Entry entry = properties.number(building, NAME);
            if (entry != null) {
                told.value("grossFloorArea", entry.number().toPlainString(), entry.from());
                whole = IfcProperties.sum(whole, entry);
            }
        }
        if (sum == null && whole == null) {
            told.trouble(
                    "",
                    new Text(
                            "楼层和建筑都没有 GrossFloorArea，建筑面积未定；房间净面积不是建筑面积",
                            "Neither storeys nor building have GrossFloorArea: the gross floor area is undetermined; net room areas are not it"),
                    IfcWords.QUANTITIES);
        } else if (sum != null && whole != null && Math.abs(sum.doubleValue() - whole.doubleValue()) > 0.01) {
            told.trouble(
                    NAME,
                    new Text(
                            "建筑写 " + whole.toPlainString() + "，各层合计 " + sum.toPlainString() + "；两个都保留",
                            "The building says " + whole.toPlainString() + ", its storeys add up to "
                                    + sum.toPlainString() + "; both are kept"),
                    IfcWords.SETTLE_AREAS);
        }
    }
}
