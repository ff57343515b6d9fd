package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;

/** Choices of rounds as the database keeps them. */
class RoundChoicesTest {
    private static final RoundChoices ALL = new RoundChoices(new Choices(
            "湖滨小区 \"二期\"",
            "EPSG:4549",
            "itemised",
            Map.of("总平面.dxf", DrawingUnit.MILLIMETRE, "地下.dxf", DrawingUnit.FOOT),
            Map.of(
                    new LayerChoice("总平面.dxf", "LF-1"), new Meaning(Meaning.Kind.PARCEL, ""),
                    new LayerChoice("总平面.dxf", "A|\\ \"'"), new Meaning(Meaning.Kind.CONTROL_LINE, "RIVER"),
                    new LayerChoice("地下.dxf", "LF-1"), new Meaning(Meaning.Kind.IGNORED, "")),
            new Choices.Frame(553000.25, -1.5, 554000, 3391000.125),
            Set.of("zones", "surroundings")));

    @Test
    void everything_that_can_be_said_is_read_back() {
        assertThat(RoundChoices.read(ALL.json())).contains(ALL);
        assertThat(RoundChoices.read(RoundChoices.NONE.json())).contains(RoundChoices.NONE);
        assertThat(RoundChoices.read(ALL.json()).orElseThrow().json()).isEqualTo(ALL.json());
    }

    @Test
    void what_an_earlier_version_wrote_is_read_though_it_lacks_the_rest() {
        assertThat(RoundChoices.read("{\"name\":\"\",\"crs\":\"EPSG:4549\",\"basis\":\"\",\"absent\":[\"zones\"]}"))
                .contains(new RoundChoices(Choices.none().withCrs("EPSG:4549").withNone(Set.of("zones"))));
        assertThat(RoundChoices.read("{}")).contains(RoundChoices.NONE);
    }

    @Test
    void what_nobody_can_choose_is_left_out() {
        assertThat(
                        RoundChoices.read(
                                "{\"absent\":[\"dragons\",7],\"units\":{\"a.dxf\":\"ell\"},"
                                        + "\"layers\":[{\"file\":\"a.dxf\",\"layer\":\"x\",\"meaning\":\"castle\"},{},3],\"frame\":null}"))
                .contains(RoundChoices.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null"})
    void what_is_no_object_is_no_choice(String json) {
        assertThat(RoundChoices.read(json)).isEmpty();
    }

    @Test
    void a_change_is_told_by_what_it_changes() {
        assertThat(ALL.unlike(ALL)).isEmpty();
        assertThat(RoundChoices.NONE.unlike(ALL).keySet())
                .isEqualTo(Set.of("name", "crs", "basis", "absent", "units", "layers", "frame"));
        RoundChoices other = new RoundChoices(new Choices(
                ALL.choices().name(),
                null,
                "itemised",
                ALL.choices().units(),
                Map.of(
                        new LayerChoice("总平面.dxf", "LF-1"), new Meaning(Meaning.Kind.ZONE, ""),
                        new LayerChoice("地下.dxf", "LF-1"), new Meaning(Meaning.Kind.IGNORED, "")),
                ALL.choices().frame(),
                ALL.choices().absent()));
        Map<String, Object> changed = other.unlike(ALL);
        assertThat(changed.keySet()).isEqualTo(Set.of("crs", "layers"));
        assertThat(changed.get("crs").toString()).isEqualTo("\"\"");
        assertThat(changed.get("layers").toString().replace(" ", ""))
                .isEqualTo("[{\"file\":\"总平面.dxf\",\"layer\":\"A|\\\\\\\"'\",\"meaning\":\"\"},"
                        + "{\"file\":\"总平面.dxf\",\"layer\":\"LF-1\",\"meaning\":\"zone\"}]");
        assertThat(List.copyOf(RoundChoices.NONE.unlike(RoundChoices.NONE).keySet()))
                .isEmpty();
    }
}
