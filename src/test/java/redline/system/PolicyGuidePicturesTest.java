package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import redline.workshop.DraftReport;

/**
 * Takes the pictures of {@code docs/guide/policy-staff.md} anew, while the ordinary changes are done:
 * {@code mvn test -Dtest=PolicyGuidePicturesTest -Dredline.pictures=true}.
 */
@EnabledIfSystemProperty(named = "redline.pictures", matches = "true")
class PolicyGuidePicturesTest {
    private static final Path PICTURES = Path.of("docs", "pictures", "policy");
    private static final int WIDTH = 1366;
    private static final int TALLEST = 860;

    /** Those that the changes are about. */
    private static final Set<String> PACKS = Set.of(
            "parcel-conditions",
            "jiaxing-2018",
            "example-hangzhou-2026",
            "zhejiang-facilities",
            "industrial-indices-2023");

    /** Changes of which a form is shown: which of its forms, from 1. */
    private static final Map<String, Integer> FORMS =
            Map.of("02", 1, "03", 2, "04", 1, "06", 1, "11", 3, "13", 1, "15", 2, "18", 1);
    /** Changes of which is shown what is lacking. */
    private static final Set<String> LACKING =
            Set.of("03", "05", "07", "08", "09", "10", "11", "12", "14", "16", "17", "19", "20");

    @TempDir
    static Path folder;

    @Test
    void all_pages_are_pictured_while_the_changes_are_done() throws IOException {
        Files.createDirectories(PICTURES);
        String only = System.getProperty("redline.change", "");
        try (TestBrowser browser = TestBrowser.open();
                PolicyOffice office = new PolicyOffice(folder, PACKS)) {
            Page author = browser.enter(office.server, PolicyOffice.AUTHOR, PolicyOffice.PASSWORD);
            Page second = browser.enter(office.server, PolicyOffice.SECOND, PolicyOffice.PASSWORD);
            for (OrdinaryChange change : OrdinaryChange.all()) {
                if (change.name().startsWith(only)) {
                    new ChangeInTheWorkshop(
                                    office,
                                    change,
                                    new Camera(author, second, change.name().substring(0, 2)))
                            .all();
                    if (change.name().startsWith("01")) {
                        second.navigate("/office/drafts");
                        take(second, "walk-8-published");
                        second.navigate("/office/rules/" + change.rule() + "?on=2027-01-01");
                        take(second, "walk-9-in-force");
                    }
                    office.putBack();
                }
            }
            assertThat(browser.problems()).isEmpty();
        }
    }

    private static void take(Page page, String name) {
        double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setClip(0, 0, WIDTH, Math.min(TALLEST, height)));
        try {
            Files.write(PICTURES.resolve(name + ".png"), FewColours.of(picture));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Camera implements ChangeInTheWorkshop.Onlooker {
        private final Page author;
        private final Page second;
        private final String number;
        private final boolean walk;
        private int forms;
        private int checks;

        Camera(Page author, Page second, String number) {
            this.author = author;
            this.second = second;
            this.number = number;
            this.walk = number.equals("01");
        }

        @Override
        public void form(String path, Map<String, String> fields) {
            forms++;
            if (walk && forms == 1) {
                author.navigate("/office/rules/" + fields.get("rule"));
                take(author, "walk-1-rule");
                author.navigate(path.replaceFirst("/value[?].*", "/values?rule=" + fields.get("rule")));
                take(author, "walk-2-values");
                filled(path, fields, "walk-3-value");
            } else if (walk && fields.containsKey("given") && fields.get("asOf").equals("2026-12-31")) {
                filled(path, fields, "walk-5-case");
            } else if (FORMS.getOrDefault(number, 0) == forms) {
                filled(path, fields, number + "-form");
            }
        }

        private void filled(String path, Map<String, String> fields, String name) {
            author.navigate(path);
            fields.forEach((field, value) -> {
                Locator places = author.locator("[name='" + field + "']:not([type=hidden])");
                if (places.count() == 1) {
                    boolean choice = places.evaluate("place => place.tagName").equals("SELECT");
                    if (choice && !value.isEmpty()) {
                        places.selectOption(value);
                    } else if (!choice) {
                        places.fill(value);
                    }
                }
            });
            author.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
            take(author, name);
        }

        @Override
        public void checked(String path, DraftReport report) {
            checks++;
            boolean lacks = !report.lacking().isEmpty();
            String name =
                    walk && checks == 1 ? "walk-4-lacking" : walk && !lacks ? "walk-6-whole" : number + "-lacking";
            boolean wanted = walk && (checks == 1 || !lacks) || checks == 1 && lacks && LACKING.contains(number);
            if (wanted || number.equals("20") && lacks) {
                author.navigate(path);
                take(author, name);
            }
        }

        @Override
        public void submitted(String path) {
            if (walk || number.equals("12")) {
                second.navigate(path);
                second.locator(".lines-changed > summary").all().forEach(Locator::click);
                take(second, walk ? "walk-7-approve" : number + "-approve");
            }
        }
    }
}
