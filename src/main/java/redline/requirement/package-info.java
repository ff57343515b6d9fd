/**
 * What rule files demand of each subject, with its sources. Only {@code redline.rulepack} makes requirements; nothing here knows
 * how they were derived.
 */
package redline.requirement;
