/**
 * Files to schemes, with complaints: every complaint names the place and the remedy, all are collected, and a scheme with a
 * complaint gives no verdict.
 */
package redline.intake;
