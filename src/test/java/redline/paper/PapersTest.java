package redline.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every paper of the reviewer's story, whole; the expected texts are in test-cases/papers. */
class PapersTest {
    private final Papers papers = Papers.open(null);

    static Stream<Contents> all() {
        return StoryPapers.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void each_paper_says_what_its_contents_say_and_nothing_else(Contents contents) throws IOException {
        String expected = Files.readString(Path.of("test-cases", "papers", contents.paper() + ".txt"));

        assertThat(PaperPreview.of(papers.write(contents)).text()).isEqualTo(expected.strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void equal_contents_are_equal_bytes(Contents contents) {
        assertThat(papers.write(contents)).isEqualTo(Papers.open(null).write(contents));
    }

    @Test
    void the_table_names_every_paper_once() {
        assertThat(papers.kinds())
                .extracting(PaperKind::id)
                .containsExactly(
                        "receipt",
                        "supplement-notice",
                        "acceptance",
                        "changes",
                        "opinion",
                        "departments",
                        "publicity",
                        "replies",
                        "permit-annex",
                        "announcement",
                        "meeting-sheet");
        assertThat(papers.kind("opinion").number(2026, 7)).isEqualTo("2026-7");
    }

    @Test
    void the_steps_of_a_case_name_papers_by_their_ids() throws IOException {
        List<String> named = Files.readAllLines(Path.of("templates", "office", "steps.csv")).stream()
                .skip(1)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", -1)[6])
                .filter(paper -> !paper.isEmpty())
                .toList();

        assertThat(named).containsExactly("supplement-notice", "acceptance", "changes", "publicity", "opinion");
        assertThat(papers.kinds()).extracting(PaperKind::id).containsAll(named);
    }

    @Test
    void its_properties_and_times_are_those_of_the_paper() throws IOException {
        byte[] docx = papers.write(StoryPapers.changes());

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("修改意见");
            assertThat(document.getProperties().getCoreProperties().getCreated())
                    .isEqualTo("2026-03-05T00:00:00Z");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo("2026-03-05T00:00:00");
            }
        }
    }

    @Test
    void braces_and_signs_in_what_people_wrote_stay_as_they_are() {
        Settled edited = StoryPapers.settled(
                "far", redline.scheme.Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, "请改 <A&B> {{far}} [图号] 一处。");
        Changes changes = ChangesDraft.of(StoryPapers.FIRST, List.of(edited), StoryPapers.LOOKED_UP)
                .changes(StoryPapers.HEADER, StoryPapers.issue("2026-2", 3, 6), 1, null);

        assertThat(PaperPreview.of(papers.write(changes)).text()).contains("请改 <A&B> {{far}} [图号] 一处。");
    }

    @Test
    void the_preview_knows_titles_headings_repeated_heads_and_pictures() {
        List<PaperPreview.Part> parts =
                PaperPreview.of(papers.write(StoryPapers.publicity())).parts();

        assertThat(parts)
                .contains(
                        new PaperPreview.Paragraph(PaperPreview.Role.TITLE, PaperPreview.Side.CENTRE, "建设工程设计方案批前公示"));
        assertThat(parts)
                .filteredOn(PaperPreview.Table.class::isInstance)
                .last()
                .satisfies(table -> assertThat(((PaperPreview.Table) table).rows())
                        .extracting(PaperPreview.Row::head)
                        .startsWith(true, false));
        assertThat(parts)
                .filteredOn(PaperPreview.Image.class::isInstance)
                .singleElement()
                .satisfies(image -> {
                    assertThat(((PaperPreview.Image) image).dataUri()).startsWith("data:image/png;base64,iVBOR");
                    assertThat(((PaperPreview.Image) image).shows()).isEqualTo("总平面图");
                });
    }
}
