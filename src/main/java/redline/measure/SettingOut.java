package redline.measure;

import java.math.BigDecimal;

/**
 * How far what is built may lie from where it was to be and still count as set out right (验线限差), m. A margin below it may be gone
 * when the building stands.
 *
 * @param plane of a point in plan
 * @param level of a height
 * @param source where the two stand
 * @param grade name of the grade of that source
 */
public record SettingOut(BigDecimal plane, BigDecimal level, String source, String grade) {}
