package redline.casefile;

/**
 * One act, as logged.
 *
 * @param number 1, 2, 3 …; none is left out
 * @param at UTC, {@code 2026-03-02T01:30:00.000000Z}
 * @param who the account's name, or {@code system}
 * @param act what was done, a key of the catalogue of acts
 * @param about the case, paper or account it was done to
 * @param details JSON: what was changed, from what to what; hashes of files
 * @param hash of all of these and of the hash before
 */
public record AuditEntry(long number, String at, String who, String act, String about, String details, String hash) {}
