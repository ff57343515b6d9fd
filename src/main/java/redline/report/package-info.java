/**
 * From a {@link redline.check.CheckResult} to what people and programs read: the result JSON, the terminal table, the HTML page,
 * the PDF made of it, and the plan drawing that web and PDF share.
 *
 * <p>It measures nothing, compares nothing and leaves nothing out: every finding of the result stands in every form. The only
 * package that knows openhtmltopdf and PDFBox. It reads no clock: same result, same bytes. Wordings and layout are in
 * {@code templates/report}.
 */
package redline.report;
