/**
 * A report as an archive: whether it is still what it was made of. Takes its attachments out, judges the attached record again by the attached
 * rules and makes the report again, in a process of its own, and says what is not the same. Knows no case, no office, no clock; believes nothing
 * that the file says.
 */
package redline.archive;
