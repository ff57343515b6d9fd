package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that is not of the rule language is refused with file, line and reason, before a compiler sees it. */
class LintTest {
    private static final String TOUCH = "redline.rulepack.Tripwire.touch()";

    private static String rule(String left, String right) {
        return "rule \"a-rule\"\nwhen\n" + left + "\nthen\n" + right + "\nend\n";
    }

    private static String left(String left) {
        return rule(left, "  require( $b, SPACING, AT_LEAST, 1 );");
    }

    private static String right(String right) {
        return rule("  $b : Building( $h : height )", right);
    }

    static List<Arguments> mistakes() {
        return List.of(
                // text, line, what is said of it
                Arguments.of("\uFEFF" + left("  $b : Building()"), 1, "the character U+FEFF is not allowed"),
                Arguments.of(left("  $b : Building（ height > 1 ）"), 3, "full-width punctuation （"),
                Arguments.of(left("  $b : Building( useClass == “PUBLIC” )"), 3, "full-width punctuation “"),
                Arguments.of(left("  $b : Building( height > 24 )"), 3, "a rule may not hold the number 24"),
                Arguments.of(left("  $b : Building( height > 1.5 )"), 3, "a rule may not hold the number 1.5"),
                Arguments.of(right("  require( $b, SPACING, AT_LEAST, 13 );"), 5, "a rule may not hold the number 13"),
                Arguments.of(left("  $b : Bulding()"), 3, "there is no fact or table Bulding"),
                Arguments.of(left("  $b : Building( hight > 1 )"), 3, "Building has no property hight"),
                Arguments.of(
                        left("  $b : Building(\n    storeys > 1,\n    hight > 1 )"),
                        5,
                        "Building has no property hight"),
                Arguments.of(
                        left("  $b : Building( height > \"1\" )"), 3, "a number cannot be compared by > with a text"),
                Arguments.of(
                        left("  $b : Building( useClass > \"A\" )"), 3, "a text cannot be compared by > with a text"),
                Arguments.of(
                        left("  $b : Building( singleStorey == 1 )"),
                        3,
                        "a true/false cannot be compared by == with a number"),
                Arguments.of(
                        left("  $b : Building( useClass == \"HOUSING\" )"),
                        3,
                        "Building.useClass is never \"HOUSING\""),
                Arguments.of(
                        left("  $b : Building( useClass in ( \"PUBLIC\", \"OFFICE\" ) )"),
                        3,
                        "Building.useClass is never \"OFFICE\""),
                Arguments.of(
                        left("  $b : Building()\n  Condition( terms == terms )"),
                        4,
                        "a set of codes cannot be compared by == with a set of codes"),
                Arguments.of(
                        left("  $b : Building( height == null )"),
                        3,
                        "null cannot be compared with: what is missing is not a value"),
                Arguments.of(left("  $b : Building( singleStorey )"), 3, "this is not a condition"),
                Arguments.of(left("  $b : Building( !singleStorey )"), 3, "! needs parentheses"),
                Arguments.of(left("  $b : Building( height / storeys > 1 )"), 3, "a rule does not divide"),
                Arguments.of(
                        left("  $b : Building( $x : height + storeys )"), 3, "a name is bound to one property only"),
                Arguments.of(left("  $b : Building( h : height )"), 3, "the name h does not start with $"),
                Arguments.of(left("  $b : Building( $h : height, $h : storeys )"), 3, "the name $h is taken"),
                Arguments.of(left("  $b : Building( height > $h )"), 3, "the name $h is not bound yet"),
                Arguments.of(
                        left("  $b : Building( useClass == \"PUBLIC\" || == \"STORAGE\" )"),
                        3,
                        "== does not belong here"),
                Arguments.of(left("  $b : Building( id == $b )"), 3, "$b is a fact, not a value"),
                Arguments.of(
                        left("  $b : Building( $p : parcel )\n  Parcel( id == $b.parcel.id )"), 4, "$b is not a fact"),
                Arguments.of(
                        left("  $b : Building()\n  Road( width > 1 )"),
                        4,
                        "this pattern is not linked to an earlier one"),
                Arguments.of(
                        left("  $b : Building()\n  Parameter( value > 1 )"),
                        4,
                        "this pattern is not linked to an earlier one"),
                Arguments.of(
                        left("  $b : Building( $h : height )\n  Parameter( value > $h )"),
                        4,
                        "a parameter is picked by its name"),
                Arguments.of(left("  $b : Building()\n  not ( not Road() )"), 4, "there must be a pattern inside not"),
                Arguments.of(
                        left("  $b : Building( $i : id )" + "\n  Side( parcel == $i )".repeat(8)),
                        11,
                        "there are more than 8 patterns"),
                Arguments.of(right("  require( $b, SPACE, AT_LEAST, $h );"), 5, "there is no SPACE"),
                Arguments.of(right("  require( $b, SPACING, MINIMUM, $h );"), 5, "there is no MINIMUM"),
                Arguments.of(
                        right("  require( $c, SPACING, AT_LEAST, $h );"),
                        5,
                        "$c is not a subject bound in the when part (outside of not and exists)"),
                Arguments.of(
                        right("  require( $h, SPACING, AT_LEAST, $h );"),
                        5,
                        "$h is not a subject bound in the when part (outside of not and exists)"),
                Arguments.of(right("  require( $b, SPACING, AT_LEAST );"), 5, "require takes 4 arguments"),
                Arguments.of(
                        right("  require( $b, SPACING, ONE_OF, $h );"), 5, "a number cannot bound SPACING by ONE_OF"),
                Arguments.of(
                        right("  require( $b, ROOF_FORM, AT_LEAST, $h );"),
                        5,
                        "a number cannot bound ROOF_FORM by AT_LEAST"),
                Arguments.of(right("  require( $b, SPACING, AT_LEAST, height );"), 5, "a bound is made of $names only"),
                Arguments.of(right("  require( $b, SPACING, AT_LEAST, $h > 1 );"), 5, "a bound cannot be a condition"),
                Arguments.of(
                        right("  require( $b, SPACING, AT_LEAST, $h );\n  note( $b, \"k\" );"),
                        6,
                        "something follows the verb"),
                Arguments.of(right("  forbid( $b );"), 5, "the then part is one call of one verb"),
                Arguments.of(right(""), 1, "the then part is one call of one verb"),
                Arguments.of(right("  ask( $b, key, \"who\" );"), 5, "argument 2 of ask cannot be key"),
                Arguments.of(right("  note( $b, \"k\" );"), 1, "the file neither requires nor asks anything"),
                Arguments.of(
                        right("  require( $b, BUILDING_HEIGHT, AT_MOST, $h );"),
                        1,
                        "the rule reads Building.height, which it bounds"),
                Arguments.of(
                        left("  $b : Building()")
                                + left("  $b : Building()")
                                        .replace("a-rule", "a-rule: two")
                                        .replace("SPACING", "SETBACK"),
                        7,
                        "a rule file bounds one quantity"),
                Arguments.of(
                        left("  $b : Building()") + left("  $b : Parcel()").replace("a-rule", "a-rule: two"),
                        7,
                        "a rule file is about one kind of subject"),
                Arguments.of(
                        left("  $b : Building()") + left("  $b : Building()"), 7, "two branches have the same name"),
                Arguments.of(
                        left("  $b : Building()").replace("a-rule", "other"),
                        1,
                        "the rule's name does not go with the file's"),
                Arguments.of(
                        left("  $b : Building()")
                                + right("  exempt( $b, \"a-rle\" );").replace("a-rule", "a-rule: two"),
                        7,
                        "there is no rule or branch a-rle to exempt from"),
                Arguments.of(
                        rule(
                                "  ( $b : Parcel( $i : id ) or $b : Parcel( $i : id, kind == \"ZONE\" ) )",
                                "  require( $b, FAR, AT_LEAST_IN_TOTAL, 1 );"),
                        1,
                        "parts of a total cannot stand under or: one part could count twice"),
                Arguments.of("// nothing\n", 0, "the file holds no rule"),
                Arguments.of(
                        "rule \"a-rule\"\nwhen\n  $b : Building( height > )\nthen\nend\n",
                        3,
                        "syntax: no viable alternative at input ')' in rule \"a-rule\""),
                Arguments.of(left("  $b : Building( useClass == \"PUBLIC )"), 3, "the quote is not closed"),
                Arguments.of(left("  /* $b : Building()"), 3, "the comment does not end"),
                Arguments.of(
                        left("  $b : Building(" + "(".repeat(17) + "height > 1" + ")".repeat(17) + ")"),
                        3,
                        "parentheses nest too deep"),
                Arguments.of(" ".repeat(40_001), 1, "the file is too large (40001 characters)"));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String text, int line, String what) {
        Fault fault = refused(text).get(0);
        assertThat(fault.what().en()).isEqualTo(what);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.file()).isEqualTo("pack/rules/a-rule.drl");
        assertThat(fault.remedy().zh()).isNotBlank();
        assertThat(fault.remedy().en()).isNotBlank();
        assertThat(fault.what().zh()).isNotBlank();
    }

    static List<String> attacks() {
        String building = "  $b : Building()";
        return List.of(
                // code in the left side
                left("  $b : Building( " + TOUCH + " > 0 )"),
                left("  $b : Building( height > " + TOUCH + " )"),
                left("  $b : Building( eval( " + TOUCH + " > 0 ) )"),
                left(building + "\n  eval( " + TOUCH + " > 0 )"),
                left("  $b : Building( Runtime.getRuntime().exec(\"id\") != null )"),
                left("  $b : Building( System.exit( 1 ) == 1 )"),
                left("  $b : Building( useClass.getClass() != 1 )"),
                left("  $b : Building( $x : useClass.length() )"),
                left("  $b : Building( this.getClass().forName(\"redline.rulepack.Tripwire\") != 1 )"),
                left("  $b : Building( useClass matches \"(a+)+b\" )"),
                left("  $b : Building( id memberOf " + TOUCH + " )"),
                left("  $b : Building( (new redline.rulepack.Tripwire()) != 1 )"),
                left("  $b : Building( ($x = " + TOUCH + ") > 0 )"),
                left("  $b : Building() from " + TOUCH),
                left("  $b : Building() from collect( Building() )"),
                left("  accumulate( Building(); $n : count( 1 ) )\n" + building),
                left(building + "\n  forall( Building() )"),
                left("  $b : Building() over window:length( 1 )"),
                left("  $b : Building() @watch( " + TOUCH + " )"),
                left("  $b : /buildings[ height > 1 ]"),
                left("  $b := Building()"),
                left("  ?query( $b; )"),
                left(building + "\n  if ( " + TOUCH + " > 0 ) do[x]"),
                left("  $b : redline.rulepack.Tripwire()"),
                left("  $b : java.lang.Object()"),
                left("  $b : Building#Fact( height > 1 )"),
                // code in the right side
                right("  " + TOUCH + ";"),
                right("  require( $b, SPACING, AT_LEAST, " + TOUCH + " );"),
                right("  require( $b, SPACING, AT_LEAST, $h ); " + TOUCH + ";"),
                right("  while ( true ) {}"),
                right("  drools.halt();"),
                right("  insert( $b );"),
                right("  modify( $b ) { }"),
                right("  } static { " + TOUCH + "; } public static void zz() {"),
                right("  require( $b, SPACING, AT_LEAST, $h ); } static { " + TOUCH + "; } void zz() {"),
                right("  require( ($b = null), SPACING, AT_LEAST, $h );"),
                right("  ask( $b, \"k\" + " + TOUCH + ", \"w\" );"),
                right("  ask( $b, \"k\\\" + " + TOUCH + " + \\\"\", \"w\" );"),
                right("  note( $b, \"@{" + TOUCH + "}\" );"),
                // declarations
                "import static redline.rulepack.Tripwire.*;\n" + left(building),
                "import redline.rulepack.Tripwire;\n" + left(building),
                "import function redline.rulepack.Tripwire.touch;\n" + left(building),
                "global redline.rulepack.Tripwire t;\n" + left(building),
                "function int f() { return " + TOUCH + "; }\n" + left(building),
                "declare T x : int = " + TOUCH + " end\n" + left(building),
                "declare enum E A(" + TOUCH + "); end\n" + left(building),
                "query \"q\" Building() end\n" + left(building),
                "dialect \"mvel\"\n" + left(building),
                "declare window W Building() end\n" + left(building),
                "declare entry-point E end\n" + left(building),
                "unit U;\n" + left(building),
                "attributes salience 1\n" + left(building),
                // attributes and annotations
                left(building).replace("when", "salience " + TOUCH + " when"),
                left(building).replace("when", "enabled ( " + TOUCH + " > 0 ) when"),
                left(building).replace("when", "no-loop true when"),
                left(building).replace("when", "timer ( int: 1 ) when"),
                left(building).replace("when", "dialect \"mvel\" when"),
                left(building).replace("when", "@clause( " + TOUCH + " ) when"),
                left(building).replace("when", "extends \"other\" when"),
                // break-outs of our own generator
                left("  $b : Building( useClass == \"PUBLIC\\\" || " + TOUCH + " > 0 || \\\"\" )"),
                left("  $b : Building( use == \"x\" ) \\u0029 eval( " + TOUCH + " > 0 )"),
                left("  $b : Building( use == 'x' )"),
                left("  $b : Building( use == `x` )"),
                left("  $b : Building( use == \"x\u2028y\" )"),
                left("  $b : Building( use == \"\u202Ex\" )"),
                left("  // \\u000a eval( " + TOUCH + " > 0 )\n" + building),
                left("  # comment\n" + building),
                left(building).replace("a-rule", "a-rule: x\" when eval( " + TOUCH + " > 0 ) then end rule \"y"),
                left(building).replace("end", "end\n" + TOUCH + ";"),
                left(building) + "\nstray words\n",
                left(building) + "\u0000");
    }

    @ParameterizedTest
    @MethodSource
    void attacks(String text) {
        int before = Tripwire.touched;
        List<Fault> faults = refused(text);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("pack/rules/a-rule.drl");
            assertThat(fault.line()).isPositive();
            assertThat(fault.what().zh()).isNotBlank();
        });
        assertThat(Tripwire.touched).isEqualTo(before);
    }

    @Test
    void all_faults_of_all_files_are_reported_together() {
        PackFault fault = catchThrowableOfType(
                PackFault.class,
                () -> Fixture.program(
                        "one",
                                "rule \"one\" when\n $b : Bilding( $h : height )\n Road( wide > 1 )\nthen require( $b, FARR, AT_MOST, 2 ); end",
                        "two", "rule \"two\" when $p : Parcel( size > 1 ) then require( $p, FAR, AT_MOST, 1 ); end"));
        assertThat(fault.faults())
                .extracting(f -> f.file() + ":" + f.line() + " " + f.element())
                .containsExactly(
                        "pack/rules/one.drl:2 Bilding",
                        "pack/rules/one.drl:3 wide",
                        "pack/rules/one.drl:4 2",
                        "pack/rules/one.drl:4 FARR",
                        "pack/rules/two.drl:1 size");
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest_one() {
        assertThat(refused(left("  $b : Building( hight > 1 )")).get(0).remedy().en())
                .startsWith("did you mean height? There are: fireGrade, height, id,");
    }

    @Test
    void a_legitimate_file_with_package_imports_and_comments_is_accepted() {
        String text = """
                package redline.rules;
                import redline.fact.Fact.Building;

                // 高层建筑:“裙房”另见 podium，不在此列（见 5.2.6）。
                rule "a-rule: 主体"
                when
                  $建筑 : Building( $h : height, ( useClass == "PUBLIC" && storeys > 1 ) || !( singleStorey == true ) ) // 见上
                  Parameter( name == "pack/系数", $k : value )
                  not ( Building( id != $建筑.id, parcel == $建筑.parcel, height - $h > 0 ) )
                then
                  require( $建筑, SPACING, AT_LEAST, $k * ( $h + 1 ) );
                end
                """;
        assertThat(Fixture.program("a-rule", text).ruleKinds().get("a-rule").parameters())
                .containsExactly("pack/系数");
    }

    private static List<Fault> refused(String text) {
        PackFault fault = catchThrowableOfType(PackFault.class, () -> Fixture.program("a-rule", text));
        assertThat(fault).as("accepted: " + text).isNotNull();
        return fault.faults();
    }
}
