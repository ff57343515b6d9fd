package redline.rulepack;

/** The text of one rule file; {@code file} is its path relative to the rules folder. */
record RuleText(String ruleId, String packId, String file, String drl) {}
