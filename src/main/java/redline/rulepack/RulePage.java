package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.quantity.Text;
import redline.requirement.RuleInfo;

/**
 * A rule as people read it: front matter and prose of its page, and its DRL text.
 *
 * @param letterSentence what a letter says where the rule is broken (位置—现状—要求—依据—修改建议)
 * @param wordings the sentences of {@code ask} and {@code note}, by key
 */
public record RulePage(
        String id,
        String packId,
        Text title,
        RuleInfo.Force force,
        String authority,
        String stage,
        Text letterSentence,
        Map<String, Text> wordings,
        List<Section> sections,
        String drlFile,
        String drl) {
    private static final String DOUBTS = "存疑";

    /** Whether something of it is in doubt: what stands under 存疑, where that is not 无. */
    public boolean doubtful() {
        return sections.stream()
                .filter(section -> section.heading().equals(DOUBTS))
                .map(section -> section.text().strip())
                .anyMatch(text -> !text.isEmpty() && !text.equals("无") && !text.equals("无。"));
    }

    /** 管什么 / 何时适用 / 怎么算 / 假定 / 存疑. */
    public record Section(String heading, String text) {}
}
