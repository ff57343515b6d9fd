/**
 * What pages show of a {@code CheckResult}, in one language: the list beside the plan, the plan, the evidence of one finding; and of
 * the files before they are judged: what was understood of them, and the form that says otherwise. The self-check and the office show the same; what they add of their own stands in their templates.
 */
package redline.screen;
