package redline.casefile;

/**
 * Which cases are listed.
 *
 * @param text searched, brackets and blanks do not matter; empty for all
 * @param state id, empty for all
 * @param mine only those of the one who looks
 * @param closed those that have ended, else those that have not
 * @param page from 0
 */
public record CaseFilter(String text, String state, boolean mine, boolean closed, int page) {
    public static final int PAGE = 25;
}
