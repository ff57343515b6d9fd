package redline.intake.sheet;

import redline.quantity.Text;

/** The tables that applicants hand in. {@code key} names them in {@code templates/upload/table-words.csv}. */
public enum TableKind {
    INDICATORS("indicators", "技术经济指标表", "technical and economic indicators"),
    BUILDINGS("buildings", "单体一览表", "building schedule"),
    AREAS("areas", "面积计算表", "calculation of floor areas"),
    PARKING("parking", "停车配建计算表", "calculation of parking"),
    DWELLING_TYPES("dwellingTypes", "户型表", "dwelling types"),
    FACILITIES("facilities", "配套设施表", "facilities"),
    SUNLIGHT("sunlight", "日照户表", "sunlight by window");

    private final String key;
    private final Text title;

    TableKind(String key, String zh, String en) {
        this.key = key;
        this.title = new Text(zh, en);
    }

    public String key() {
        return key;
    }

    public Text title() {
        return title;
    }
}
