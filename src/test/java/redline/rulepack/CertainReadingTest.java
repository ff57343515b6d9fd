package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text that Drools compiles: guarded, readings swapped inside not, and of the author's text only constants. */
class CertainReadingTest {
    private static String reading(String rule) {
        Map<String, FactType> types = PublishedFacts.types();
        Faults faults = new Faults("a.drl");
        List<Branch> branches = RuleReader.read(new RuleText("a", "pack", "a.drl", rule), types, faults);
        assertThat(faults.inOrder()).isEmpty();
        Branch branch = branches.get(0);
        String drl = CertainReading.of(
                List.of(new NumberedPath(7, branch, branch.paths().get(0))), List.of(), Reading.SOUND);
        return drl.substring(drl.indexOf("rule "));
    }

    @Test
    void comparisons_are_guarded_and_not_swaps_the_readings() {
        assertThat(reading("""
                        rule "a" when
                          $b : Building( useClass in ( "PUBLIC", "STORAGE" ), $h : height, $p : parcel )
                          Parcel( id == $p, !( area < 1 || kind == "ZONE" ) )
                          not ( Building( parcel == $b.parcel, height > $h, $i : id ) and not Side( parcel == $i ) )
                        then require( $b, SPACING, AT_LEAST, $h * $h - 1 ); end
                        """)).isEqualTo("""
                        rule "r7" when
                          $f0 : Building( id != null, $v0_1 : parcel, $v0_6 : height, ( ( useClass != null && useClass == "PUBLIC" ) || ( useClass != null && useClass == "STORAGE" ) ) )
                          $f1 : Parcel( id != null, ( id != null && $v0_1 != null && id == $v0_1 ), ( area != null && area >= 1.0 ), ( kind != null && kind != "ZONE" ) )
                          not ( $f2 : Building( $v2_0 : id, ( parcel == null || $v0_1 == null || parcel == $v0_1 ), ( height == null || $v0_6 == null || height > $v0_6 ) ) and not ( $f3 : Side( id != null, ( parcel != null && $v2_0 != null && parcel == $v2_0 ) ) ) )
                        then
                          firings.bound(7, $f0, ($v0_6 == null) ? null : Double.valueOf((($v0_6 * $v0_6) - 1.0)));
                        end
                        """);
    }

    @Test
    void arithmetic_is_compared_in_decimals() {
        assertThat(reading("rule \"a\" when $b : Building( height - storeys > 1 ) then note( $b, \"k\" ); end\n"
                        + "rule \"a: b\" when $b : Building() then ask( $b, \"k\", \"w\" ); end"))
                .contains(
                        "( height != null && storeys != null && Arithmetic.compare(Arithmetic.minus(height, storeys), 1.0) > 0 )")
                .contains("firings.said(7, $f0);");
    }
}
