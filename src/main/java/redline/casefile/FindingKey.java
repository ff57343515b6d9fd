package redline.casefile;

/**
 * Which finding: one rule, one subject.
 *
 * @param subjectKind name of a {@code Subject.Kind}
 */
public record FindingKey(String rule, String subjectKind, String subject) {}
