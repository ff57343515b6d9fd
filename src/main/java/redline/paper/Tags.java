package redline.paper;

import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a template can name: texts, dates, rows of tables, sections that are repeated or left out, pictures. In running text what is
 * not known is a blank line; in a table it is an empty cell.
 */
final class Tags {
    static final String BLANK = "______";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private String pictured = "";

    /** How one element of a list becomes the names of a row; {@code number} counts from 1. */
    interface Row<T> {
        void fill(Tags row, int number, T element);
    }

    static Tags of(Contents contents) {
        CaseHeader header = contents.header();
        Issue issue = contents.issue();
        Tags tags = new Tags()
                .text("机关", header.office())
                .text("案件编号", header.number())
                .text("项目名称", header.project())
                .text("项目代码", header.projectCode())
                .text("申请人", header.applicant())
                .text("用地位置", header.location())
                .text("地块", header.parcel())
                .text("规划条件", header.conditions())
                .text("设计单位", header.designUnit())
                .text("经办人", header.handler())
                .text("联系电话", header.phone())
                .date("收件日期", header.received())
                .date("受理日期", header.accepted())
                .text("文号", issue.number())
                .text("主送", issue.addressee())
                .date("日期", issue.date());
        contents.fill(tags);
        return tags;
    }

    Tags text(String name, String text) {
        values.put(name, text == null || text.isBlank() ? BLANK : text);
        return this;
    }

    Tags cell(String name, String text) {
        values.put(name, text == null ? "" : text);
        return this;
    }

    Tags date(String name, LocalDate date) {
        return text(name, written(date));
    }

    Tags flag(String name, boolean shown) {
        values.put(name, shown);
        return this;
    }

    /** Rows of a table: {@code {{name}}} in its head, the names in brackets in the row below. */
    <T> Tags rows(String name, List<T> elements, Row<T> row) {
        values.put(name, filled(elements, row));
        tables.add(name);
        return this;
    }

    /** Repeated text between {@code {{?name}}} and {@code {{/name}}}, with {@code 有name} and {@code 无name} to say that there is none. */
    <T> Tags section(String name, List<T> elements, Row<T> row) {
        values.put(name, filled(elements, row));
        return flag("有" + name, !elements.isEmpty()).flag("无" + name, elements.isEmpty());
    }

    /** A picture within {@code width} × {@code height} px, with {@code 有name} and {@code 无name}. */
    Tags picture(String name, Picture picture, int width, int height) {
        if (picture.isThere()) {
            values.put(name, drawn(picture, width, height));
            pictured = picture.shows();
        }
        return flag("有" + name, picture.isThere()).flag("无" + name, !picture.isThere());
    }

    private static Object drawn(Picture picture, int width, int height) {
        try {
            int[] size = picture.size();
            double scale = Math.min(width / (double) size[0], height / (double) size[1]);
            return Pictures.ofBytes(picture.png(), PictureType.PNG)
                    .size((int) (size[0] * scale), (int) (size[1] * scale))
                    .create();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("picture " + picture.shows(), unreadable);
        }
    }

    private static <T> List<Map<String, Object>> filled(List<T> elements, Row<T> row) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (T element : elements) {
            Tags one = new Tags();
            row.fill(one, rows.size() + 1, element);
            rows.add(one.values);
        }
        return rows;
    }

    Map<String, Object> values() {
        return values;
    }

    Set<String> tables() {
        return tables;
    }

    /** What the picture of the paper shows; empty where there is none. */
    String pictured() {
        return pictured;
    }

    /** {@code 2026年3月5日}; empty for none. */
    static String written(LocalDate date) {
        return date == null ? "" : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** {@code 2026-03-05}; empty for none. */
    static String day(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
