/**
 * Rule files to requirements: packs are read, linted, compiled, run in Drools and read a second time by a three-valued
 * interpreter; the two must agree. The only package that knows Drools. It compares no measure with any bound.
 */
package redline.rulepack;
