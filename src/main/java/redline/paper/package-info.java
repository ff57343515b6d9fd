/**
 * The papers of the office: typed contents → .docx by templates that the office edits in Word or WPS ({@code templates/papers}),
 * the preview of exactly what was written, and the check of what comes back sealed.
 *
 * <p>Decides nothing: conclusions, numbers and dates are passed in. Invents nothing: what is not known is printed as a blank line to
 * fill in by hand. What is open in its basis, or waits for a reviewer's judgement, never enters a paper for the applicant. Reads no
 * clock: same contents and template, same bytes. No database, no Spring. The only package that knows poi-tl and the Word part of POI.
 */
package redline.paper;
