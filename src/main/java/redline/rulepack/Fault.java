package redline.rulepack;

import redline.quantity.Text;

/** A fault in a pack, for policy staff: where ({@code line} 0 = the whole file), what, and how to mend it. */
public record Fault(String file, int line, String element, Text what, Text remedy) {}
