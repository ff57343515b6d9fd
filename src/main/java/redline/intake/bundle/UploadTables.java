package redline.intake.bundle;

import redline.intake.file.UploadTemplates;

/** The tables of {@code templates/upload} that say what layers, fields and words mean, and how drawings are read. */
record UploadTables(LayerTable layers, FieldTable fields, UseWords words, DrawingSettings settings) {

    /** @throws TableFault where one of them cannot be read */
    static UploadTables load() {
        return new UploadTables(
                LayerTable.of(UploadTemplates.text("cad-layers.csv")),
                FieldTable.of(UploadTemplates.text("gis-fields.csv")),
                UseWords.of(UploadTemplates.text("use-words.csv")),
                DrawingSettings.of(UploadTemplates.text("drawing.properties")));
    }
}
