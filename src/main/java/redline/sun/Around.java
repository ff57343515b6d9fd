package redline.sun;

import redline.sun.Obstacles.Solid;

/**
 * An obstacle around some points that lie close together.
 *
 * @param close one of them may stand in its outline
 * @param clear who looks from here, or higher, sees the sun over it at all times
 */
record Around(Solid solid, boolean close, double clear) {}
