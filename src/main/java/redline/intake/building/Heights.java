package redline.intake.building;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** What a building's attributes say of its height, against its geometry and each other. Nothing is overwritten. */
final class Heights {
    /** A centimetre: models are rounded to millimetres, attributes often to centimetres. */
    private static final double TOLERANCE = 0.01;

    private static final Set<String> METRES = Set.of(
            "m", "#m", "metre", "meter", "urn:ogc:def:uom:UCUM::m", "urn:adv:uom:m", "urn:ogc:def:uom:EPSG::9001");

    private Heights() {}

    /** @param height of the geometry, from its lowest point to its highest */
    static void compare(Part building, double height, Troubles troubles) {
        if (height == 0) {
            troubles.add(building.from(), new Text("几何图形高度为 0", "The geometry has height 0"), CityWords.GIVE_HEIGHT);
        }
        String written = building.attributes().get("measuredHeight");
        BigDecimal said = Plain.number(written);
        String unit = building.attributes().getOrDefault("measuredHeight.uom", "m");
        if (!METRES.contains(unit)) {
            troubles.add(
                    building.from(),
                    new Text(
                            "measuredHeight 的单位是 " + Troubles.shortened(unit) + "，没有同几何图形比较",
                            "The unit of measuredHeight is " + Troubles.shortened(unit)
                                    + "; not compared with the geometry"),
                    CityWords.HEIGHT_IN_METRES);
            return;
        }
        if (written != null && said == null) {
            troubles.add(
                    building.from(),
                    new Text(
                            "measuredHeight “" + Troubles.shortened(written) + "” 不是数",
                            "measuredHeight “" + Troubles.shortened(written) + "” is not a number"),
                    CityWords.HEIGHT_IN_METRES);
        }
        if (said != null && Math.abs(said.doubleValue() - height) > TOLERANCE) {
            troubles.add(
                    building.from(),
                    new Text(
                            "measuredHeight 写 " + written + "，几何图形高 " + Plain.of(height) + "；两个都保留",
                            "measuredHeight says " + written + ", the geometry is " + Plain.of(height)
                                    + " high; both are kept"),
                    CityWords.SETTLE_HEIGHT);
        }
        storeys(building, said == null ? height : said.doubleValue(), troubles);
    }

    /** One height for several storeys is that of each. */
    private static void storeys(Part building, double height, Troubles troubles) {
        List<BigDecimal> each = list(building.attributes().get("storeyHeightsAboveGround"));
        BigDecimal storeys = Plain.number(building.attributes().get("storeysAboveGround"));
        if (each.isEmpty()
                || !METRES.contains(building.attributes().getOrDefault("storeyHeightsAboveGround.uom", "m"))) {
            return;
        }
        BigDecimal sum = each.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (each.size() == 1 && storeys != null) {
            sum = sum.multiply(storeys);
        }
        if (Math.abs(sum.doubleValue() - height) > TOLERANCE) {
            troubles.add(
                    building.from(),
                    new Text(
                            "层高合计 " + sum.toPlainString() + "，建筑高度 " + Plain.of(height),
                            "The storey heights add up to " + sum.toPlainString() + ", the building is "
                                    + Plain.of(height) + " high"),
                    CityWords.SETTLE_STOREYS);
        }
    }

    private static List<BigDecimal> list(String text) {
        List<BigDecimal> numbers = new ArrayList<>();
        if (text == null || text.length() > 4000) {
            return numbers;
        }
        for (String word : text.split("[\\[\\],\\s]+", -1)) {
            if (!word.isEmpty()) {
                BigDecimal number = Plain.number(word);
                if (number == null || number.signum() <= 0) {
                    return List.of();
                }
                numbers.add(number);
            }
        }
        return numbers;
    }
}
