package redline.finding;

import java.util.List;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Exemption;
import redline.requirement.Requirement;

/**
 * What is held against the measured value: one requirement, or the total of several that add up.
 *
 * @param exemption null where nothing lifts it
 * @param parts the requirements it was made of
 */
record Claim(
        String branch,
        Bound bound,
        Certainty certainty,
        Exemption exemption,
        List<Citation> citations,
        List<Requirement> parts) {

    static Claim of(Requirement requirement) {
        return new Claim(
                requirement.branch(),
                requirement.bound(),
                requirement.certainty(),
                requirement.exemption(),
                requirement.citations(),
                List.of(requirement));
    }

    boolean certain() {
        return certainty instanceof Certainty.Certain;
    }

    /** A certain exception lifts it whatever the measure. */
    boolean lifted() {
        return exemption != null && exemption.certainty() instanceof Certainty.Certain;
    }
}
