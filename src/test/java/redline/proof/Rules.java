package redline.proof;

import java.nio.file.Path;
import redline.rulepack.RuleBook;

/** The rules of this repository and their cases, read once for all tests. */
final class Rules {
    static final Path FOLDER = Path.of("rules");
    static final RuleBook BOOK = RuleBook.read(FOLDER);
    static final RuleCases CASES = RuleCases.read(Path.of("test-cases"));
    static final FreeTests FREE = new FreeTests(CASES, BOOK);

    private Rules() {}
}
