/**
 * The command line: reads arguments, runs the check, prints and writes what came of it. {@code check} starts no Spring. Every
 * ending has an exit code ({@link redline.cli.Exit}); a person never sees a stack trace; no output file is ever half written.
 */
package redline.cli;
