package redline.requirement;

import java.util.List;

/** What a set of packs demands of one scheme: the output of the rule engine. */
public record Ruling(String profile, List<PackUse> packs, List<Demand> demands, List<NotChecked> notChecked) {}
