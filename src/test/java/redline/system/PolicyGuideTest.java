package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for policy staff tells of every ordinary change, and its pictures are there and small. */
class PolicyGuideTest {
    private static final Path GUIDE = Path.of("docs", "guide", "policy-staff.md");
    private static final Path PICTURES = Path.of("docs", "pictures", "policy");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final long MOST_BYTES = 3_000_000;

    private static List<Path> pictures() throws IOException {
        return PICTURE.matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(link.indexOf("](") + 2, link.length() - 1))
                .map(link -> GUIDE.resolveSibling(link).normalize())
                .toList();
    }

    @Test
    void every_ordinary_change_is_told_of_by_its_title_and_folder() throws IOException {
        String guide = Files.readString(GUIDE);

        List<OrdinaryChange> changes = OrdinaryChange.all();

        assertThat(changes).hasSizeGreaterThanOrEqualTo(20);
        assertThat(changes)
                .allSatisfy(change -> assertThat(guide)
                        .contains(change.title())
                        .contains("test-cases/ordinary-changes/" + change.name() + "/"));
    }

    @Test
    void what_the_workshop_asks_for_is_quoted_as_it_says_it() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(OrdinaryChange.all()).allSatisfy(change -> {
            List<String> asked = change.steps().stream()
                    .flatMap(step -> step instanceof OrdinaryChange.Step.Check check
                            ? check.lacking().stream()
                            : step instanceof OrdinaryChange.Step.Value value
                                            && !value.refused().isEmpty()
                                    ? Stream.of(value.refused())
                                    : Stream.empty())
                    .toList();
            assertThat(asked).as(change.name()).anyMatch(what -> guide.contains(firstPart(what)));
        });
    }

    /** Up to the details in brackets or behind a dash. */
    private static String firstPart(String what) {
        return what.replaceFirst("(\\(住宅|\\(车库| — |\\(同).*", "").strip();
    }

    @Test
    void every_picture_is_there_all_together_are_small_and_none_is_left_over() throws IOException {
        List<Path> named = pictures();
        List<Path> there;
        try (Stream<Path> files = Files.list(PICTURES)) {
            there = files.toList();
        }

        assertThat(named).isNotEmpty().allSatisfy(picture -> assertThat(picture).isRegularFile());
        assertThat(named).containsAll(there);
        long bytes = 0;
        for (Path picture : there) {
            bytes += Files.size(picture);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
