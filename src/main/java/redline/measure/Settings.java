package redline.measure;

import java.math.BigDecimal;
import java.util.Set;
import redline.scheme.Volume;

/**
 * What a profile says about measuring; each may be null = unset, which makes the measures that need it unknown (BASIS).
 *
 * @param pairReach distance in m within which pairs of buildings are looked for
 * @param heightPoints control points that count for building height
 */
public record Settings(BigDecimal pairReach, Set<Volume.ControlHeight.Point> heightPoints) {}
