package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.scheme.Dates;

/** Cases are found by any part of a number or name, and by nothing else, whichever way they are looked up. */
@Timeout(120)
@Tag("databases")
class CaseSearchTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);
    private static final int CASES = 40;
    /** Few, so that parts repeat; of one and of two UTF-16 units, below and above 8000. */
    private static final List<String> LETTERS = List.of("乌", "镇", "鑫", "龙", "a", "4", "3", "𠮷", "〔", "%", "!", " ");

    private final Random random = new Random(20261127);

    @TempDir
    private Path folder;

    private String letters(int most) {
        StringBuilder name = new StringBuilder("项");
        random.ints(1 + random.nextInt(most), 0, LETTERS.size())
                .mapToObj(LETTERS::get)
                .forEach(name::append);
        return name.toString();
    }

    private static CaseForm form(String project) {
        return new CaseForm(
                "PRELIMINARY", "NEW", project, "", "", null, "tongxiang", Dates.unknown(), Map.of(), "", "");
    }

    private static Account reviewer(Store store) {
        return FewRounds.in(store, MONDAY)
                .make("system", "jingban", "经办人", "科", Role.REVIEWER)
                .account();
    }

    private List<OfficeCase> opened(Cases cases, Account by) {
        List<OfficeCase> opened = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            opened.add(cases.open(by, by, form(letters(12))));
        }
        return opened;
    }

    /** Cases whose number, project or applicant has it, by their numbers: none has a day on which it is due. */
    private static List<String> having(List<OfficeCase> all, String text) {
        String key = SearchKey.of(text);
        return all.stream()
                .filter(kase -> Stream.of(kase.number(), kase.project(), "经办人", "科")
                        .anyMatch(part -> SearchKey.of(part).contains(key)))
                .map(OfficeCase::number)
                .sorted()
                .toList();
    }

    /** On all pages, one after the other. */
    private static List<String> found(CaseListing listing, Account by, String text) {
        List<String> numbers = new ArrayList<>();
        for (CaseList page = null; page == null || page.more(); ) {
            CaseFilter filter = new CaseFilter(text, "", false, false, numbers.size() / CaseFilter.PAGE);
            page = listing.list(by, filter, "c.*");
            page.lines().forEach(line -> numbers.add(line.kase().number()));
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void any_part_finds_just_the_cases_that_have_it(Databases kind) throws IOException {
        try (Store store = Store.open(kind.in(folder), MONDAY)) {
            Office office = new Office(store, OfficeTables.read(), MONDAY);
            Account by = reviewer(store);
            List<OfficeCase> all = opened(new Cases(office), by);
            List<String> asked =
                    new ArrayList<>(List.of("经办", "2026-00", "2026-0017", "〔〕", "科", "无此", "𠮷", "%", "_", "!", "\\"));
            all.forEach(
                    kase -> asked.add(kase.project().substring(kase.project().length() / 2)));
            Stream.generate(() -> letters(4).substring(1)).limit(200).forEach(asked::add);

            CaseListing byRows = new CaseListing(office, new Clocks(office), CaseListing.FEW);
            CaseListing byOrder = new CaseListing(office, new Clocks(office), 1);
            for (String text : asked) {
                assertThat(found(byRows, by, text)).as(text).isEqualTo(having(all, text));
                assertThat(found(byOrder, by, text)).as(text).isEqualTo(having(all, text));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void cases_of_an_office_that_is_older_than_the_search_are_found(Databases kind) throws IOException {
        StoreSettings settings = kind.in(folder);
        try (Store older = Store.open(settings, MONDAY, "6")) {
            Office office = new Office(older, OfficeTables.read(), MONDAY);
            Account by = reviewer(older);
            new Cases(office).open(by, by, form("乌镇住宅小区"));
            older.database().sql("delete from case_tail").update();
        }
        try (Store store = Store.open(settings, MONDAY)) {
            Office office = new Office(store, OfficeTables.read(), MONDAY);
            CaseListing byRows = new CaseListing(office, new Clocks(office), CaseListing.FEW);
            Account by = new Accounts(store, MONDAY).byLogin("jingban").orElseThrow();
            assertThat(found(byRows, by, "住宅")).containsExactly("2026-0001");
            assertThat(found(byRows, by, "宅住")).isEmpty();
        }
    }
}
