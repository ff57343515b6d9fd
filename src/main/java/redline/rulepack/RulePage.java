package redline.rulepack;

import java.util.List;
import redline.quantity.Text;
import redline.requirement.RuleInfo;

/** A rule as people read it: front matter and prose of its page, its DRL text, and the values it reads. */
public record RulePage(
        String id,
        String packId,
        Text title,
        RuleInfo.Force force,
        String authority,
        String stage,
        Text letterSentence,
        List<Section> sections,
        String drlFile,
        String drl) {
    /** 管什么 / 何时适用 / 怎么算 / 假定 / 存疑. */
    public record Section(String heading, String text) {}
}
