package redline.requirement;

import java.util.List;

/**
 * One thing demanded by one branch of a rule. {@code exemption} is null where nothing lifts it; a certain exemption wins over a
 * possible one.
 */
public record Requirement(
        String branch, Bound bound, Certainty certainty, Exemption exemption, List<Citation> citations) {}
