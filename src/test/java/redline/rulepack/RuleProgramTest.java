package redline.rulepack;

import org.junit.jupiter.api.Test;

class RuleProgramTest {
    @Test
    void smoke() {
        RuleProgram program = Fixture.program("far-max", """
            // 容积率上限
            rule "far-max"
            when
              $p : Parcel( $id : id )
              Condition( site == $id, item == "FAR", bound == "MAX", $limit : value )
            then
              require( $p, FAR, AT_MOST, $limit );
            end
            """, "local-height", """
            rule "local-height: a"
            when
              $b : Building( useClass in ("RESIDENTIAL", "PUBLIC"), storeys + storeys > 1, $s : storeys )
              Parcel( id == $b.parcel, $a : area )
              not Road( roadClass == "TRUNK" )
              Parameter( name == "x", $v : value )
            then
              require( $b, BUILDING_HEIGHT, AT_MOST, $v * $s );
            end
            rule "local-height: b" when
              $b : Building( useClass == "STORAGE" )
              exists RoadSetback( roadClass == "TRUNK" )
            then ask( $b, "q", "审查人员" ); end
            """);
        System.out.println(program.ruleKinds());
        for (var d : Fixture.demands(
                program,
                Fixture.record(
                        Fixture.parcel("P", "07", 100.0),
                        Fixture.parcel("Q", "07", 100.0),
                        Fixture.condition("1", "P", "FAR", "MAX", 1.35),
                        Fixture.condition("2", "P", "FAR", null, 1.4),
                        Fixture.building("b1", "P", "RESIDENTIAL", 3.0, 2.0),
                        Fixture.building("b2", "P", null, 3.0, 2.0),
                        Fixture.building("b3", "P", "PUBLIC", 3.0, 0.0),
                        Fixture.building("b4", "P", "STORAGE", 3.0, 0.0),
                        Fixture.building(null, null, null, null, null)),
                Fixture.setback("r", "TRUNK", 3.0),
                Fixture.parameter("x", 3.0))) {
            System.out.println(d.rule().id() + " " + d.subject().id() + "\n   " + d.requirements() + "\n   "
                    + d.questions() + " because " + d.because() + " miss " + d.subjectMissing());
        }
    }
}
