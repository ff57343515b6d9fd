package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;

class PlanPictureTest {
    private static RuleBook rules;

    @BeforeAll
    static void open_the_library() throws IOException {
        rules = RuleLibrary.open(Path.of("rules")).book();
    }

    private static CheckResult judged(String file) throws IOException {
        Path path = Path.of("test-cases", "schemes").resolve(file);
        Intake read = SchemeReader.read(new Source(path.toString(), Files.readAllBytes(path)), null);
        return Check.run(((Intake.Accepted) read).scheme(), rules, "tongxiang", null);
    }

    @Test
    void the_picture_is_the_sheet_at_its_scale_with_something_on_it_and_the_same_each_time() throws IOException {
        CheckResult result = judged("wuzhen-housing/scheme.yaml");
        byte[] png = PlanPicture.png(result, PlanDrawing.Options.screen(Language.ZH), 2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isEqualTo(1400);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            colours.add(image.getRGB(x, image.getHeight() / 2));
        }
        assertThat(colours).hasSizeGreaterThan(5);
        assertThat(PlanPicture.png(result, PlanDrawing.Options.screen(Language.ZH), 2))
                .isEqualTo(png);
    }

    @Test
    void the_plan_for_the_public_is_another_picture_than_the_marked_one() throws IOException {
        CheckResult result = judged("wuzhen-housing/scheme.yaml");

        assertThat(PlanPicture.forThePublic(result, PlanDrawing.Options.screen(Language.ZH), 1))
                .isNotEmpty()
                .isNotEqualTo(PlanPicture.png(result, PlanDrawing.Options.screen(Language.ZH), 1));
    }

    @Test
    void a_scheme_without_a_drawing_has_no_picture() throws IOException {
        assertThat(PlanPicture.png(judged("story-wuzhen/round-1.yaml"), PlanDrawing.Options.screen(Language.ZH), 2))
                .isEmpty();
    }
}
