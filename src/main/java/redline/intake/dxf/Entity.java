package redline.intake.dxf;

import java.util.List;

/**
 * One entity as it stands in the file.
 *
 * @param from first tag after its type
 * @param to tag after its last
 * @param children VERTEX entities of a POLYLINE, ATTRIB entities of an INSERT
 */
public record Entity(String type, String layer, boolean paperSpace, int from, int to, List<Entity> children) {}
