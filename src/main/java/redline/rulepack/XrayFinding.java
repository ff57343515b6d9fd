package redline.rulepack;

/** Something that X-ray sees in a rules folder without a scheme: a fault must be mended, a note should be looked at. */
public record XrayFinding(Level level, Fault fault) {
    /** 错误 | 提示. */
    public enum Level {
        FAULT,
        NOTE
    }

    public static XrayFinding fault(Fault fault) {
        return new XrayFinding(Level.FAULT, fault);
    }

    public static XrayFinding note(Fault fault) {
        return new XrayFinding(Level.NOTE, fault);
    }
}
