package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.schemes.SchemeTree.Blank;

/**
 * Promise 2: whatever is made unknown, each (rule, subject) keeps its verdict or becomes undetermined, none vanishes except into
 * one that was not supplied, and the headline does not become a pass.
 */
class NothingMissingPassesTest {
    @Test
    void blanking_any_attribute_or_layer_of_the_office_makes_nothing_pass() {
        BlankedShowcase office = new BlankedShowcase(Showcase.OFFICE);
        assertThat(office.faults(office.all())).isEmpty();
    }

    @Test
    void blanking_one_attribute_of_each_kind_and_each_layer_of_the_housing_makes_nothing_pass() {
        BlankedShowcase housing = new BlankedShowcase(Showcase.WUZHEN);
        assertThat(housing.faults(housing.oneOfEachKind())).isEmpty();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Showcase.class)
    void blanking_every_attribute_and_every_layer_makes_nothing_pass(Showcase showcase) {
        BlankedShowcase whole = new BlankedShowcase(showcase);
        List<Blank> all = whole.all();
        long start = System.nanoTime();
        assertThat(whole.faults(all)).isEmpty();
        System.out.printf(
                "promise 2, %s: %d blanks in %.1f s%n", showcase, all.size(), (System.nanoTime() - start) / 1e9);
    }
}
