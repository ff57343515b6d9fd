/**
 * The rule workshop: what a changed rule does is known before it is in force. {@link redline.workshop.BackTest} judges the decided
 * cases of an office by the rules in force and by a draft. Refuses: to change a case, a rule or a judging.
 */
package redline.workshop;
