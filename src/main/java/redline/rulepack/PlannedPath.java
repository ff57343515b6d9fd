package redline.rulepack;

/** A path with the order in which the interpreter looks for its facts. */
record PlannedPath(NumberedPath numbered, Plan plan) {}
