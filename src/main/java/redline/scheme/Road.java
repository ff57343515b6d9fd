package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.LineString;

/** A city road. {@code roadClass}: EXPRESSWAY | TRUNK | SECONDARY | BRANCH; {@code width} between red lines in m. */
public record Road(String id, String name, String roadClass, BigDecimal width, LineString redLine) {}
