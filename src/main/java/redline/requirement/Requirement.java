package redline.requirement;

import java.util.List;

/**
 * One thing demanded by one branch of a rule. {@code exemption} is null where nothing lifts it; a certain exemption wins over a
 * possible one.
 *
 * @param counted of a part of a total that is one quantity times a rate, else null
 */
public record Requirement(
        String branch,
        Bound bound,
        Certainty certainty,
        Exemption exemption,
        List<Citation> citations,
        Counted counted) {
    /** One that is not counted from a quantity. */
    public Requirement(String branch, Bound bound, Certainty certainty, Exemption exemption, List<Citation> citations) {
        this(branch, bound, certainty, exemption, citations, null);
    }
}
