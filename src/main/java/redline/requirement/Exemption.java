package redline.requirement;

import java.util.List;

/** A 但书 that lifts a requirement: {@code by} is the branch that exempts, with its sources. */
public record Exemption(String by, Certainty certainty, List<Citation> citations) {}
