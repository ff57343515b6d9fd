/**
 * Self-check for applicants: a scheme file or a hand-filled indicator table goes in, findings beside the plan come out, with the
 * same rules, the same answer and the same report as everywhere else. No account, no database: submissions and results live in
 * memory and are forgotten after their hour. Nothing of their content is logged.
 */
package redline.selfcheck;
