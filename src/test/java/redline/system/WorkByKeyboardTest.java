package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Decisions;
import redline.casefile.OfficeCase;

/** A round worked with the keyboard alone, in a real browser. */
@Tag("databases")
class WorkByKeyboardTest {

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static StoryOffice office;
    private static OfficeCase kase;

    @BeforeAll
    static void open() throws IOException {
        browser = TestBrowser.open();
        office = new StoryOffice(folder);
        kase = office.open("乌镇 43 号地块");
        office.submit(kase, "round-1.yaml");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (office != null) {
            office.close();
        }
    }

    private static String base(int round) {
        return "/office/cases/" + kase.number() + "/rounds/" + round;
    }

    private static int handled() {
        return office.server.part(Decisions.class).progress(kase.id()).handled();
    }

    private static int all() {
        return office.server.part(Decisions.class).progress(kase.id()).all();
    }

    private static void waitFor(Page page, int handled) {
        assertThat(page.locator("#progress strong")).hasText(handled + " / " + all() + " 已处理");
        assertThat(page.locator("#evidence .decision-now")).hasCount(0);
    }

    @Test
    void a_round_is_worked_with_the_keyboard_alone() throws IOException {
        Page page = browser.enter(office.server, office.reviewer.login(), StoryOffice.OWN);
        page.navigate(base(1));
        assertThat(page.locator("#evidence .decide")).isVisible();
        picture(page, "work-start-zh");

        page.keyboard().press("4");
        page.keyboard().type("超出部分须核减");
        picture(page, "work-demand-zh");
        page.keyboard().press("Control+Enter");
        waitFor(page, 1);

        page.keyboard().press("1");
        waitFor(page, 2);

        page.keyboard().press("2");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("扣减的绿地不在墙边 1.0 m 以内");
        page.keyboard().press("Escape");
        page.keyboard().press("1");
        waitFor(page, 3);

        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("a");
        page.waitForLoadState();
        assertThat(page.locator("#rest button[data-key=a]")).hasCount(0);
        // The page that came listens to keys once it has opened its first finding.
        assertThat(page.locator("#evidence .decide")).isVisible();
        page.keyboard().press("b");
        assertThat(page.locator("#rest details")).hasAttribute("open", "");
        picture(page, "work-rest-zh");
        page.keyboard().press("Enter");
        page.waitForLoadState();
        assertThat(page.locator("#rest [data-key]")).hasCount(0);
        int settled = handled();
        assertThat(settled).isGreaterThan(all() - 12);

        assertThat(page.locator("#evidence .decide")).isVisible();
        for (int done = settled; done < all(); done++) {
            page.keyboard().press("1");
            assertThat(page.locator("#progress strong")).hasText((done + 1) + " / " + all() + " 已处理");
            if (done + 1 < all()) {
                assertThat(page.locator("#evidence .decision-now")).hasCount(0);
            }
        }
        picture(page, "work-done-zh");
        assertThat(handled()).isEqualTo(all());
        page.context().close();
        assertThat(browser.problems()).isEmpty();
    }

    private static void picture(Page page, String name) {
        browser.picture(page, "office-" + name);
    }
}
