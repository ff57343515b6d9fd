/**
 * The pages of the office under {@code /office}: what people of the office and applicants do with their cases. Knows the casefile, not the
 * self-check; who may come in is settled before, in system.
 */
package redline.review;
