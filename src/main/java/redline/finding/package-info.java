/**
 * Verdicts. {@link redline.finding.Judgement} is the only class that compares a measured value with a bound and the only one
 * that makes a {@link redline.finding.Finding}.
 */
package redline.finding;
