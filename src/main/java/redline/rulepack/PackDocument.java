package redline.rulepack;

import java.time.LocalDate;

/**
 * A document that changed values of a pack, of {@code documents.yaml}: an office's own rules are changed by documents with a number
 * of their own (practice §6).
 *
 * @param number 文号, by which values name it
 * @param title empty where it is not told
 * @param published 公布日, null where it is not told
 * @param legalReview 合法性审核文号, empty where there is none
 * @param until last day of its validity (有效期), null where it is not limited
 */
public record PackDocument(String number, String title, LocalDate published, String legalReview, LocalDate until) {}
