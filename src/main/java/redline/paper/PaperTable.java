package redline.paper;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/** Reads {@code papers.csv}: {@code paper,zh,en,template,to,number}; lines that begin with # are remarks. */
final class PaperTable {
    static final String FILE = "papers.csv";
    private static final int COLUMNS = 6;

    private PaperTable() {}

    /** @throws PaperFault where a line cannot be used */
    static List<PaperKind> read(String csv) {
        List<PaperKind> kinds = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                kinds.add(kind(lines.get(i), i + 1));
            }
        }
        return List.copyOf(kinds);
    }

    private static PaperKind kind(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || cells[0].isBlank() || cells[3].isBlank()) {
            throw fault(number, "应有六栏:paper,zh,en,template,to,number。", "six columns: paper,zh,en,template,to,number.");
        }
        if (!cells[5].contains("{year}") || !cells[5].contains("{n}")) {
            throw fault(
                    number,
                    "编号格式须含 {year} 和 {n},否则号码会重复。",
                    "the number needs {year} and {n}, or numbers would be given twice.");
        }
        if (!cells[3].matches("[\\w\\u4e00-\\u9fa5-]+\\.docx")) {
            throw fault(
                    number,
                    "模板应是 templates/papers 中的 .docx 文件名。",
                    "the template is the name of a .docx in templates/papers.");
        }
        return new PaperKind(
                cells[0].strip(),
                new Text(cells[1].strip(), cells[2].strip()),
                cells[3].strip(),
                cells[4].strip(),
                cells[5].strip());
    }

    private static PaperFault fault(int line, String zh, String en) {
        return new PaperFault(FILE, "", "第 " + line + " 行:" + zh, "line " + line + ": " + en);
    }
}
