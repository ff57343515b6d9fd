package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.intake.Complaint;
import redline.intake.file.Sheet;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

class PastedPointsTest {
    @TempDir
    private Path folder;

    private static PastedPoints read(String text) {
        return PastedPoints.of(text, "粘贴");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J1\t3390000\t553600\nJ2\t3390000.000\t553700.03\nJ3\t3390080\t553700",
                "J1 3390000 553600\nJ2  3390000.000 553700.03\nJ3 3390080 553700\n",
                "J1,3390000,553600\r\nJ2, 3390000.000, 553700.03\r\nJ3,3390080,553700",
                "Ｊ１　３３９００００　５５３６００\nＪ２，３３９００００．０００，５５３７００．０３\nJ3；3390080；553700",
                "J1\t3,390,000\t553,600\nJ2 3,390,000.000 553,700.03\nJ3, 3,390,080, 553,700",
                "\"J1\",\"3390000\",\"553600\"\nJ2\t3 390 000.000\t553 700.03\nJ3、3390080、553700",
                "1 J1 3390000 553600 100.03\n2 J2 3390000.000m 553700.03m 80.00\n3 J3 3390080米 553700米 100"
            })
    void a_table_is_read_however_it_was_copied(String text) {
        PastedPoints read = read(text);

        assertThat(read.complaints()).isEmpty();
        assertThat(read.points().values())
                .extracting(PastedPoints.Point::name)
                .map(name -> name.replace("Ｊ", "J"))
                .containsExactly("J1", "J2", "J3");
        assertThat(read.points().get(2).x()).isEqualByComparingTo("3390000");
        assertThat(read.points().get(2).y()).isEqualByComparingTo("553700.03");
    }

    @Test
    void headings_side_lengths_and_the_area_are_passed_over() {
        PastedPoints read = read("""
                界址点成果表
                第 1 页 共 2 页
                点号\tX\tY\t边长

                J1\t3390000\t553600
                \t\t\t100.00
                J2\t3390000\t553700
                J1-J2  100.00
                J3\t3390080\t553700
                J1\t3390000\t553600
                宗地面积 4000.00 平方米
                """);

        assertThat(read.complaints()).isEmpty();
        assertThat(read.points().keySet()).containsExactly(5, 7, 9, 10);
    }

    @Test
    void each_bad_line_is_told_with_its_number_and_remedy() {
        PastedPoints read = read("""
                点号 X Y
                J1 339O000.5 553600
                J2 3390000
                J3 30.6312 120.5601
                J4 390000 553700 3390000
                J5 80.12 700.55
                J6 3390080 553700
                J6 3390081 553700
                J7
                """);

        assertThat(read.complaints())
                .extracting(Complaint::line, complaint -> complaint.what().zh())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "“339O000.5”不是数"),
                        org.assertj.core.groups.Tuple.tuple(3, "没有读到 X、Y 两个坐标"),
                        org.assertj.core.groups.Tuple.tuple(4, "像是经纬度"),
                        org.assertj.core.groups.Tuple.tuple(5, "有 3 个坐标"),
                        org.assertj.core.groups.Tuple.tuple(6, "坐标小于 10 000，不是 CGCS2000 平面坐标"),
                        org.assertj.core.groups.Tuple.tuple(8, "点号 J6 与第 7 行的相同，坐标不同"));
        assertThat(read.complaints()).allSatisfy(complaint -> {
            assertThat(complaint.remedy().zh()).isNotBlank();
            assertThat(complaint.what().en()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void two_points_are_no_boundary() {
        assertThat(read("J1 3390000 553600\nJ2 3390000 553700").complaints())
                .extracting(complaint -> complaint.what().zh())
                .containsExactly("只读到 2 个界址点，至少要 3 个");
    }

    @Test
    void as_a_file_it_is_the_same_table_with_each_point_in_the_row_that_was_its_line() throws IOException {
        PastedPoints read = read("点 X Y\n\n界1 3390000 553600\n界2 3390000 553700.125\n\n界3\t3390080\t553700");
        Path file = Files.write(folder.resolve("粘贴.csv"), read.csv());

        Sheet sheet = FileReader.read(Upload.of(file)).sheets().get(0);
        BoundaryPoints points = BoundaryPoints.in(sheet).orElseThrow();

        assertThat(points.points())
                .extracting(BoundaryPoints.Point::name, BoundaryPoints.Point::row, point -> point.at().x)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("界1", 3, 553600.0),
                        org.assertj.core.groups.Tuple.tuple("界2", 4, 553700.125),
                        org.assertj.core.groups.Tuple.tuple("界3", 6, 553700.0));
    }

    @Test
    void what_is_no_table_at_all_is_told_soon() {
        List<String> texts = List.of(
                "1".repeat(PastedPoints.LONGEST),
                "1,".repeat(PastedPoints.LONGEST / 2),
                "J1 3390000 553600\n".repeat(10_000),
                "\t".repeat(PastedPoints.LONGEST),
                "a".repeat(PastedPoints.LONGEST + 1));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> texts.forEach(text -> assertThat(new String(read(text).csv(), StandardCharsets.UTF_8))
                        .isNotNull()));
        assertThat(read(texts.get(4)).complaints()).hasSize(1);
    }
}
