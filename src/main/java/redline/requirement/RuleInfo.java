package redline.requirement;

import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.scheme.Subject;

/**
 * A rule in force for one check: its page and its standing. Only rules whose {@code apart} is NONE make the headline: own
 * authority, this stage, binding force, and the pack binds here (a pack whose standing is open stays in the headline as 依据存疑).
 */
public record RuleInfo(
        String id,
        String packId,
        Text title,
        Quantity quantity,
        Subject.Kind about,
        Force force,
        String authority,
        String stage,
        PackStanding standing,
        Apart apart,
        Text letterSentence) {
    /** 规划条件 | 强制性条文 | 应 | 宜 | 参照 | 内部口径. */
    public enum Force {
        CONDITION("规划条件", "planning condition"),
        MANDATORY("强制性条文", "mandatory clause"),
        SHALL("应", "shall"),
        SHOULD("宜", "should"),
        REFERENCE("参照", "for reference"),
        OFFICE_PRACTICE("内部口径", "office practice");

        private final Text title;

        Force(String zh, String en) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }

    public boolean decides() {
        return apart == Apart.NONE;
    }

    /** Why a finding of this rule is counted apart from the headline. */
    public enum Apart {
        NONE,
        OTHER_AUTHORITY,
        LATER_STAGE,
        ADVICE
    }

    /** Whether the pack binds in this check: 依据, 参照, or open (its violations count as 依据存疑). */
    public enum PackStanding {
        BINDING,
        REFERENCE,
        OPEN
    }
}
