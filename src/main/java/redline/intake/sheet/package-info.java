/**
 * Workbooks (XLSX, XLSM) and CSV files read to sheets of cells, and the tables of indicators found in them. Refuses to know what a table
 * means for a scheme, to run a macro and to follow a link out of the file.
 */
package redline.intake.sheet;
