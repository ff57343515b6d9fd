package redline.exchange;

/** What a package is. Its manifest and signature lie at its root under these names. */
public enum Kind {
    /** 送审包: what was handed in to a self-check and what came of it. */
    SUBMISSION("submission"),
    /** 回执包: what an office answers to a round of a case. */
    ANSWER("answer"),
    /** 规则包: a pack of rules with its cases, from one office to another. */
    RULE_PACK("rule-pack");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As the manifest says it. */
    String word() {
        return word;
    }

    String manifest() {
        return word + ".json";
    }

    String signature() {
        return word + ".sig";
    }
}
