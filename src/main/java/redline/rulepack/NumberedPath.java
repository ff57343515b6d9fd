package redline.rulepack;

/** One alternative of one branch of a program; {@code index} is how both readings name it. */
record NumberedPath(int index, Branch branch, Branch.Path path) {}
