package redline.requirement;

import redline.quantity.Text;

/** Something that the documents ask and this check did not look at, with the reason. {@code rule} is a rule id or a topic id. */
public record NotChecked(String rule, Text title, Text why) {}
