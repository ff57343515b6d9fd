package redline.intake;

import java.util.Collection;
import java.util.Locale;

/** The word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** The closest candidate, or null where none is close. */
    static String of(String written, Collection<String> candidates) {
        String best = null;
        String lower = written.toLowerCase(Locale.ROOT);
        int least = lower.length() < 3 ? 1 : Math.min(lower.length(), 40) / 3 + 1;
        for (String candidate : candidates) {
            String other = candidate.toLowerCase(Locale.ROOT);
            if (best == null && (within(lower, other) || within(other, lower))) {
                best = candidate;
            }
            int distance = Math.abs(other.length() - lower.length()) >= least ? least : distance(lower, other);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Whether the shorter word says enough to point at the longer one. */
    private static boolean within(String part, String whole) {
        int enough = part.chars().allMatch(c -> c < 128) ? 4 : 2;
        return part.length() >= enough && whole.contains(part);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
