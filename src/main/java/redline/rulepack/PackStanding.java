package redline.rulepack;

import redline.quantity.Text;
import redline.scheme.Dates;

/**
 * What changed values of a pack have to rest on.
 *
 * @param needsDocument whether a document with a number (文号) has to set them: the office's own rules, not codes of others
 * @param needsLegalReview whether that document has to have passed the legal review (合法性审核): local rules, not mere practice
 * @param datedBy the date of a scheme that says which values apply
 */
public record PackStanding(Text title, boolean needsDocument, boolean needsLegalReview, Dates.Kind datedBy) {}
