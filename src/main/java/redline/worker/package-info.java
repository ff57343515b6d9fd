/**
 * Work on rule text that nobody has looked at yet, in a process of its own: so much memory, so much time, no network, no files but its own, and
 * whatever becomes of it, the program that asked goes on and is told why. Knows tasks by name and frames of bytes; no Spring, no clock. What a task
 * means, those above say; here is one, reading a rules folder.
 */
package redline.worker;
