package redline.quantity;

/**
 * Everything that can be measured and bounded. {@code docs/GLOSSARY.md} decides names and units. A ratio is judged on its
 * numerator and denominator, never on the quotient (design §4).
 */
public enum Quantity {
    FAR("容积率", "Floor area ratio", Unit.NONE, 2),
    FAR_FLOOR_AREA("计容建筑面积", "Floor area counted for FAR", Unit.SQUARE_METRE, 2),
    FLOOR_AREA_ABOVE("地上建筑面积", "Floor area above ground", Unit.SQUARE_METRE, 2),
    FLOOR_AREA_BELOW("地下建筑面积", "Floor area below ground", Unit.SQUARE_METRE, 2),
    COMMERCIAL_AREA("商业建筑面积", "Commercial floor area", Unit.SQUARE_METRE, 2),
    BUILDING_DENSITY("建筑密度", "Building density", Unit.PERCENT, 2),
    GREEN_RATIO("绿地率", "Green ratio", Unit.PERCENT, 2),
    BUILDING_HEIGHT("建筑高度", "Building height", Unit.METRE, 2),
    SETBACK("退让距离", "Setback", Unit.METRE, 2),
    CONTROL_LINE_SETBACK("退让控制线距离", "Setback from control line", Unit.METRE, 2),
    SPACING("建筑间距", "Building spacing", Unit.METRE, 2),
    FIRE_SEPARATION("防火间距", "Fire separation", Unit.METRE, 2),
    PARKING_MOTOR("机动车停车位", "Car parking spaces", Unit.COUNT, 0),
    PARKING_NON_MOTOR("非机动车停车位", "Bicycle parking spaces", Unit.COUNT, 0),
    /** Codes of the land-use guide (domain B.11): a code lies within each of its prefixes. */
    USE("使用性质", "Use", Unit.TERM, 0),
    ROOF_FORM("屋顶形式", "Roof form", Unit.TERM, 0),
    ACCESS_SIDE("机动车出入口方位", "Side of vehicle access", Unit.TERM, 0),
    /** |measured, rounded to the declared decimals − declared|: 图表不一致 when not zero. The unit is that of the indicator. */
    DECLARED_DIFFERENCE("申报与复核之差", "Declared against computed", Unit.NONE, 4);

    private final Text title;
    private final Unit unit;
    private final int decimals;

    Quantity(String zh, String en, Unit unit, int decimals) {
        this.title = new Text(zh, en);
        this.unit = unit;
        this.decimals = decimals;
    }

    public Text title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** Decimals shown (HALF_UP, in the shown unit); more are shown where a decision needs them. Judging never rounds. */
    public int decimals() {
        return decimals;
    }
}
