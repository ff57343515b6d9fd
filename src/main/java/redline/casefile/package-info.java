/**
 * What an office keeps: accounts, cases with their rounds, decisions, papers, and the log of every act. The only user of the
 * database.
 *
 * <p>{@link redline.casefile.Store} is the way in: one database (H2 in a file, or PostgreSQL) and one folder of originals, files
 * kept under the hash of their contents. What changes the database changes it in one transaction together with its entry in the
 * {@link redline.casefile.AuditLog}. Refuses: to judge, to change or delete what was logged or issued.
 */
package redline.casefile;
