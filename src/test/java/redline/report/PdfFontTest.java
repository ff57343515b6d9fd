package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFontTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "容积率 ≤ 1.35,超出 68.17 m²", "Setback 7.99 m – 1#楼", "第 12 页 / 共 ¤¤¤ 页"})
    void aTextIsAsWideAndHasTheCodesThatPdfBoxGivesIt(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType0Font plain = regular(document);
            PdfFont font = new PdfFont(regular(document));
            for (int time = 0; time < 2; time++) { // looked up, and known
                assertThat(font.getStringWidth(text)).isEqualTo(plain.getStringWidth(text));
                assertThat(font.encode(text)).isEqualTo(plain.encode(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\uE123", "𠮷野家"})
    void aCharacterThatTheFontLacksIsRefusedEachTime(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfFont font = new PdfFont(regular(document));
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> font.getStringWidth(text)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static PDType0Font regular(PDDocument document) throws IOException {
        try (InputStream in = PdfFont.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }
}
