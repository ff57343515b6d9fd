package redline.report;

import redline.quantity.Language;

/** What of a document somebody wants to see: a chapter of the report, or the beginning of another that templates make. */
public enum Chapter {
    COVER("section.cover"),
    BASIS("section.basis"),
    INDICATORS("section.indicators"),
    BUILDINGS("section.buildings"),
    AREAS("section.areas"),
    PARKING("section.parking"),
    SUNLIGHT("section.sunlight"),
    PLAN("section.plan"),
    STRIPS("section.strips"),
    FINDINGS("section.findings"),
    PASSES("group.pass"),
    MARGINS("section.margins"),
    NOT_CHECKED("section.not-checked"),
    CORNERS("section.corners"),
    LOG("section.log"),
    SIGNATURES("section.signatures"),
    PUBLIC("public.title"),
    CATALOGUE("catalogue.title");

    private final String word;

    Chapter(String word) {
        this.word = word;
    }

    /** As reports of this office call it. */
    public String title(Language language) {
        return title(Words.of(language));
    }

    String title(Words words) {
        return words.get(word);
    }

    /** Where a change of a file is seen first. */
    public static Chapter of(String file) {
        return switch (file) {
            case "areas.html" -> AREAS;
            case "basis.html" -> BASIS;
            case "buildings.html" -> BUILDINGS;
            case "catalogue.css", "catalogue.html" -> CATALOGUE;
            case "corners.html" -> CORNERS;
            case "figure.html", "findings.html" -> FINDINGS;
            case "indicators.html" -> INDICATORS;
            case "log.html" -> LOG;
            case "margins.html" -> MARGINS;
            case "not-checked.html" -> NOT_CHECKED;
            case "parking.html" -> PARKING;
            case "passes.html" -> PASSES;
            case "plan.html" -> PLAN;
            case "public.html" -> PUBLIC;
            case "signatures.html" -> SIGNATURES;
            case "strips.html" -> STRIPS;
            case "sun-heights.html", "sunlight.html" -> SUNLIGHT;
            default -> COVER;
        };
    }
}
