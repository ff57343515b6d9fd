package redline.requirement;

import java.util.List;
import redline.quantity.Text;

/** A question that a rule asks a person ({@code who}: 审查人员 …), as {@code ask} says. */
public record Question(
        String branch, String key, Text text, String who, Certainty certainty, List<Citation> citations) {}
