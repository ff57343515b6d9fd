/**
 * City and building models as files hold them: CityJSON, CityGML and IFC, told for people and as one feature a building with its footprint,
 * height and storeys; and CityJSON written from such features. Refuses to know what a building means for a scheme.
 */
package redline.intake.building;
