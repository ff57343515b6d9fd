package redline.intake.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a drawing are the doubles that Java reads from the same text. */
class TagsTest {
    private static double read(String text) throws DxfFault, IOException {
        byte[] file = ("10\n" + text + "\n").getBytes(StandardCharsets.US_ASCII);
        TagStream tags =
                new TagStream(new ByteArrayInputStream(file), StandardCharsets.US_ASCII, true, TagStream.Place.START);
        assertThat(tags.has(0)).isTrue();
        return tags.number(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.0",
                "0.000",
                "7",
                "-7.",
                ".5",
                "  553688.2",
                "3390087.4987654",
                "0.1",
                "1e20",
                "-1.5E-3",
                "40553688.123456789012",
                "999999999999999",
                "9007199254740993",
                "0.00000000000000000000012"
            })
    void a_number_is_what_java_reads(String text) throws Exception {
        assertThat(read(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void a_hundred_thousand_numbers_are_what_java_reads() throws Exception {
        Random random = new Random(20261126);
        for (int i = 0; i < 100_000; i++) {
            String text = String.format(
                    Locale.ROOT,
                    "%." + random.nextInt(14) + "f",
                    (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9)));
            assertThat(read(text)).isEqualTo(Double.parseDouble(text));
        }
    }
}
