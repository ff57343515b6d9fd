/**
 * From a {@link redline.check.CheckResult} to files that other programs open: a workbook, a GeoPackage, a drawing that is laid over the
 * designer's own, topics for building models. Every finding of the result stands in each of them, and with the number that the report
 * prints.
 *
 * <p>It measures nothing and judges nothing. It knows no Spring and reads no clock: same result, same bytes.
 */
package redline.output;
