/**
 * Files of geographic information systems: GeoJSON, GeoPackage, shapefiles, and JSON documents that hold outlines. Reads shapes, attributes
 * and the coordinate reference system, measures them (degrees on the ellipsoid), and carries shapes from one CRS into another. Refuses to
 * decide what a layer means, and to guess a CRS.
 */
package redline.intake.gis;
