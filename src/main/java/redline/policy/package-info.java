/**
 * The rule workshop under {@code /office/rules}: packs and rules as people read them, what is in force when, and what proves it. Says of a
 * rule what the printed catalogue says, in the same words. Changes nothing by itself and knows no case of the office; who may come in is
 * settled before, in system.
 */
package redline.policy;
