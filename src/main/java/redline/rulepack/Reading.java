package redline.rulepack;

/**
 * Which of the lines that soundness rests on are kept (kleene.md §2). {@link #SOUND} is the only reading that is ever used; the
 * others exist so that tests can show that leaving out any one of them is noticed.
 *
 * @param guards a comparison that touches an absent property is not true
 * @param joinGuards the same for the properties of other patterns
 * @param swapsInNot inside {@code not} the readings change places
 * @param idChecks what was not supplied cannot match for certain
 * @param exempts exceptions lift what they name
 * @param yields local defaults step back where the conditions speak
 */
record Reading(
        boolean guards, boolean joinGuards, boolean swapsInNot, boolean idChecks, boolean exempts, boolean yields) {
    static final Reading SOUND = new Reading(true, true, true, true, true, true);

    /** Whether matching is as it should be; then keys can be looked up. */
    boolean matchesSoundly() {
        return guards && joinGuards && swapsInNot && idChecks;
    }
}
