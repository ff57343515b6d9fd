/**
 * Rulers: from a scheme to measures, with JTS. A ruler does not know the limit. Coordinates are taken relative to a local origin
 * on a 1e-6 m grid, so that moving a scheme changes no digit.
 */
package redline.measure;
