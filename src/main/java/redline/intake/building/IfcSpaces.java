package redline.intake.building;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The areas of rooms, storey by storey; rooms on levels of roofs and foundations are not among them. */
final class IfcSpaces {
    private static final List<String> ROOM_AREAS = List.of("NetFloorArea", "GSA BIM Area", "GrossFloorArea", "Area");

    private final IfcStoreys storeys;
    private final IfcProperties properties;
    private final IfcTold told;
    private final Map<String, Integer> count = new TreeMap<>();
    private final Map<String, BigDecimal> area = new TreeMap<>();
    private final Map<String, BigDecimal> named = new TreeMap<>();
    private BigDecimal rooms;
    private BigDecimal roof;
    private int without;

    private IfcSpaces(IfcStoreys storeys, IfcProperties properties, IfcTold told) {
        this.storeys = storeys;
        this.properties = properties;
        this.told = told;
    }

    static void tell(int[] ids, IfcStoreys storeys, IfcTree tree, IfcProperties properties, IfcTold told) {
        IfcSpaces spaces = new IfcSpaces(storeys, properties, told);
        for (int id : ids) {
            spaces.add(id, storeys.around(id, tree));
        }
        spaces.tell(ids.length);
    }

    private void add(int id, IfcStorey storey) {
        String where = storey == null ? "?" : storey.name();
        count.merge(where, 1, Integer::sum);
        for (IfcProperties.Entry entry : properties.of(id)) {
            if (entry.area() && entry.number() != null) {
                named.merge(
                        (entry.quantity() ? "quantities[" : "properties[") + entry.name() + "]",
                        entry.number(),
                        BigDecimal::add);
            }
        }
        IfcProperties.Entry entry = properties.area(id, ROOM_AREAS);
        if (entry == null) {
            without++;
            return;
        }
        area.merge(where, entry.number(), BigDecimal::add);
        IfcStorey.Kind kind = storey == null ? IfcStorey.Kind.STOREY : storeys.kind(storey);
        if (kind == IfcStorey.Kind.ROOF || kind == IfcStorey.Kind.FOUNDATION) {
            roof = IfcProperties.sum(roof, entry);
            told.trouble(
                    "#" + id + " IFCSPACE",
                    new Text(
                            "这个房间在 " + Troubles.shortened(where) + "（"
                                    + kind.text().zh() + "），面积 "
                                    + Plain.of(entry.number().doubleValue()),
                            "This space is on " + Troubles.shortened(where) + " ("
                                    + kind.text().en() + "), area "
                                    + Plain.of(entry.number().doubleValue())),
                    IfcWords.ROOF_SPACE);
        } else {
            rooms = IfcProperties.sum(rooms, entry);
        }
    }

    private void tell(int all) {
        told.value("spaces", String.valueOf(all), "IFCSPACE");
        count.forEach((where, n) -> told.value("spaces[" + where + "]", String.valueOf(n), "IFCSPACE"));
        area.forEach((where, sum) -> told.value("roomArea[" + where + "]", sum.toPlainString(), "IFCSPACE"));
        if (rooms != null) {
            told.value("roomArea", rooms.toPlainString(), "IFCSPACE");
        }
        if (roof != null) {
            told.value("roofSpaceArea", roof.toPlainString(), "IFCSPACE");
        }
        named.forEach((path, sum) -> told.value(path, sum.toPlainString(), "IFCSPACE"));
        if (without > 0) {
            told.trouble(
                    "IFCSPACE", new Text(without + " 个房间没有面积", without + " spaces have no area"), IfcWords.QUANTITIES);
        }
    }
}
