/**
 * Wiring: starts the pages, gives everything its clock, guards the doors (headers, origin, pace) and words the error pages. The
 * only package that reads the clock.
 */
package redline.system;
