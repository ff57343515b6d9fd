/**
 * The rule workshop under {@code /office/rules}: packs and rules as people read them, what is in force when, and what proves it. Says of a
 * rule what the printed catalogue says, in the same words. Under {@code /office/sources} values are looked up in their source. Changes no
 * rule by itself; of the cases of the office it knows only which wait for a value. Who may come in is settled before, in system.
 */
package redline.policy;
