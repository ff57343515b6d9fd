/**
 * What rules see of one scheme: flat records whose properties may be unknown, the measures, and which layers were supplied, in
 * one serialisable {@link redline.fact.SchemeRecord}. Stored, it can be judged again without the drawing.
 *
 * <p>Property types are {@code String}, {@code Double}, {@code Boolean} and {@code Terms} only, boxed, {@code null} = unknown.
 * A fact whose {@code id} is null stands for a layer that was not supplied (it can make a rule possible, never certain).
 */
package redline.fact;
