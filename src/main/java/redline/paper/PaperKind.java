package redline.paper;

import redline.quantity.Text;

/**
 * A row of {@code templates/office/papers.csv}.
 *
 * @param template file in {@code templates/papers}
 * @param to whom it goes to, as a remark for people: 申请人
 * @param number pattern of its number with {@code {year}} and {@code {n}}; n counts per year and kind
 */
public record PaperKind(String id, Text name, String template, String to, String number) {
    /** {@code 2026-7}. */
    public String number(int year, int n) {
        return number.replace("{year}", String.valueOf(year)).replace("{n}", String.valueOf(n));
    }
}
