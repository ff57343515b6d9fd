/**
 * The building scheme as submitted: parcels, conditions, buildings, lines, greens, parking, neighbours. Pure records; geometry
 * in the scheme's projected CRS.
 *
 * <p>{@code null} means <em>unknown</em> and only that: a null attribute was not stated, a null list is a layer that was not
 * supplied, an empty list says that there is none. Ids are never null. The package measures nothing and judges nothing.
 */
package redline.scheme;
