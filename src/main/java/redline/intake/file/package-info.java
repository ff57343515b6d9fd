/**
 * What every reader of files gives: the file's contents told for people, its features and its sheets. Refuses to know a format, and what a
 * layer or a column means for a scheme.
 */
package redline.intake.file;
