package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.Declared;
import redline.scheme.Scheme;

/** The exam case is read as the exam gives it, nothing added. */
class Office2016Test {
    private static final List<String> ANY = List.of("ANY");

    private static Scheme office() throws IOException {
        Intake intake = SchemeReader.read(Source.of(Path.of("test-cases/schemes/office-2016")), null);
        return ((Intake.Accepted) intake).scheme();
    }

    @Test
    void sharesAreFractionsWithTheDeclaredDecimalsKept() throws IOException {
        assertThat(office().declared())
                .containsExactly(new Declared(
                        "A",
                        new BigDecimal("1.55"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("0.466"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void linesOfTheLetterNameTheirItemAndBoundAndSpeakOfTheOnlyParcel() throws IOException {
        assertThat(office().conditions().get(0).lines())
                .contains(
                        new ConditionLine(
                                "height",
                                null,
                                "A",
                                Item.BUILDING_HEIGHT,
                                Bound.MAX,
                                new BigDecimal("12"),
                                null,
                                ANY,
                                "ANY",
                                "ANY",
                                "ANY"),
                        new ConditionLine(
                                "spacing-ns",
                                null,
                                "A",
                                Item.SPACING_FACTOR,
                                Bound.MIN,
                                new BigDecimal("1.5"),
                                null,
                                List.of("N", "S"),
                                "ANY",
                                "ANY",
                                "ANY"),
                        new ConditionLine(
                                "roof",
                                null,
                                "A",
                                Item.ROOF_FORM,
                                Bound.ONE_OF,
                                null,
                                List.of("PITCHED"),
                                ANY,
                                "ANY",
                                "ANY",
                                "ANY"));
    }

    @Test
    void whatTheExamDoesNotGiveStaysUnknown() throws IOException {
        Scheme office = office();
        assertThat(office.crs()).isNull();
        assertThat(office.conditions().get(0).complete()).isNull();
        assertThat(office.conditions().get(0).incorporates()).isNull();
        assertThat(office.sides()).isNull();
        assertThat(office.roads()).isNull();
        assertThat(office.greens()).isNull();
        assertThat(office.gaps()).extracting("distance").containsOnlyNulls();
        assertThat(office.accesses()).extracting("compass").containsOnlyNulls();
    }
}
