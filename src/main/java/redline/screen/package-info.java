/**
 * What pages show of a {@code CheckResult}, in one language: the list beside the plan, the plan, the evidence of one finding. The
 * self-check and the office show the same; what they add of their own stands in their templates.
 */
package redline.screen;
