package redline.requirement;

import redline.quantity.Value;

/** A bound; {@code value} is null only where the requirement is possible and its bound unknown. */
public record Bound(Comparator comparator, Value value) {}
