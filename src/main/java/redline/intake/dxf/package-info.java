/**
 * DXF drawings from R2.6 to 2018, ASCII and binary, as what stands in them: header, layers, blocks, entities and their outlines in
 * world coordinates of the drawing. Refuses to know what a layer means for a scheme, and to guess units.
 */
package redline.intake.dxf;
