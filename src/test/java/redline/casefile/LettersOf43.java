package redline.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redline.casefile.LetterEntry.Article;
import redline.casefile.LetterEntry.Value;

/**
 * 桐土储〔2019〕43号, its values as in test-cases/parcels/wuzhen-2019-43 (a mirror of the announcement); how they are parted into
 * articles, and the article without a value, are made up for the test.
 */
public final class LettersOf43 {
    public static final Article WITHOUT_VALUE = new Article("第6条", "建筑风貌应与水乡古镇协调。", List.of());

    private LettersOf43() {}

    /** All articles have values. */
    public static LetterEntry valued() {
        return new LetterEntry(
                "乌镇镇 43 号地块规划条件",
                "桐土储〔2019〕43号",
                "桐土告字〔2019〕63号",
                "桐土储〔2019〕43号",
                "乌镇镇 43 号地块",
                "330483-WZ-043",
                "2019-330483-70-03-000001",
                "2019-10-10",
                "SECONDARY",
                true,
                "除上述各条外不另作要求。",
                true,
                List.of(),
                List.of(
                        new Article(
                                "第1条",
                                "容积率 1.0 以上、1.35 以下。",
                                List.of(Value.of("FAR", "MIN", "1.0", ""), Value.of("FAR", "MAX", "1.35", ""))),
                        new Article("第2条", "建筑密度不大于 40%。", List.of(Value.of("BUILDING_DENSITY", "MAX", "40", ""))),
                        new Article("第3条", "绿地率不小于 30%。", List.of(Value.of("GREEN_RATIO", "MIN", "30", ""))),
                        new Article(
                                "第4条",
                                "A 区商业建筑面积 13000～15000 平方米。",
                                List.of(
                                        Value.of("COMMERCIAL_AREA", "MIN", "13000", "A"),
                                        Value.of("COMMERCIAL_AREA", "MAX", "15000", "A"))),
                        new Article("第5条", "B 区为城镇住宅及配套。", List.of(Value.of("USE", "ONE_OF", "0701、0702", "B")))));
    }

    /** One article more, which no value stands for. */
    public static LetterEntry whole() {
        List<Article> articles = new ArrayList<>(valued().articles());
        articles.add(WITHOUT_VALUE);
        return with(articles);
    }

    public static LetterEntry with(List<Article> articles) {
        LetterEntry e = valued();
        return new LetterEntry(
                e.title(),
                e.number(),
                e.announcementNo(),
                e.reserveNo(),
                e.parcelName(),
                e.parcelCode(),
                e.project(),
                e.issued(),
                e.grade(),
                e.complete(),
                e.completeSentence(),
                e.incorporatesKnown(),
                e.incorporates(),
                List.copyOf(articles));
    }

    /** A PDF of one empty page, the smallest that a reader takes. */
    public static Path scan(Path folder) {
        String pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n";
        try {
            return Files.write(folder.resolve("scan.pdf"), pdf.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
