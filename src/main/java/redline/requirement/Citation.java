package redline.requirement;

import redline.quantity.Text;

/**
 * Where a bound was read from: the letter's article, or a document's clause. {@code source} is the letter's number or the pack's
 * title, {@code sourceId} the letter's id or the pack's id.
 */
public record Citation(String sourceId, Text source, String clause, Grade grade) {}
