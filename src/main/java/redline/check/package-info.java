/**
 * The line run once: record → ruling → findings → conclusion. No input format, no output format, no database.
 */
package redline.check;
