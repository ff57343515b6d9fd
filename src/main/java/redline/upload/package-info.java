/**
 * Files that somebody sent, on their way to a result: where they lie until they are read, what was understood of them, the rules in
 * use, and how long each step may take. No pages and no store: the self-check keeps results in memory, the office in its cases.
 */
package redline.upload;
