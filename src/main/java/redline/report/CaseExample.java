package redline.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A case of a rule as an example in the catalogue; texts are as written in the case file.
 *
 * @param number of the case within its rule, with its slug: {@code 01-pass-within}
 * @param numberFrom 独立来源 | 手算 | 回归
 * @param given what was changed in the base scheme; of a grid, what is the same in every row
 * @param expected of one scheme, empty where there is a grid
 * @param grid null where there is none
 */
public record CaseExample(
        String number,
        String title,
        String why,
        LocalDate asOf,
        String numberFrom,
        String base,
        List<Given> given,
        List<Expected> expected,
        Grid grid) {
    /** How many runs of the rule it stands for. */
    public int runs() {
        return grid == null ? 1 : grid.rows().size();
    }

    /** {@code value} null: made unknown. */
    public record Given(String path, String value) {}

    /** What is null was not asked; {@code verdict} is the Chinese word. */
    public record Expected(
            List<String> about,
            String verdict,
            String measured,
            String required,
            String margin,
            List<String> missing,
            String ask,
            String because,
            String note,
            List<String> cites) {}

    /** Rows of inputs, one for each column, with the verdict and the requirement of the one subject. */
    public record Grid(String about, List<String> columns, List<Row> rows) {}

    /** {@code required} null where nothing is. */
    public record Row(List<String> values, String verdict, String required) {}
}
