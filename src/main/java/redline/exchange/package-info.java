/**
 * What two installations carry to each other as files: packages that say who made them and that nothing was changed on the way. Knows keys,
 * signatures, the format of a package and how two results differ; no Spring, no database, no clock. It never decides what may be told: who makes
 * a package puts into it what its reader may have.
 */
package redline.exchange;
