/**
 * Typed quantities and values: what is measured, in which unit, how it is shown. Knows no scheme, no rule, no limit.
 */
package redline.quantity;
