/**
 * The sun and what stands in its way: positions, its way over one place on one day, obstacles, and the stretches of apparent solar
 * time in which a point is lit, solved exactly. Knows no scheme, no limit and no standard.
 */
package redline.sun;
