package redline.paper;

import redline.quantity.Text;

/** A template, or the table of papers, that cannot be used as it stands: which file, which tag, and how to mend it. */
public final class PaperFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final String tag;
    private final transient Text text;

    PaperFault(String template, String tag, String zh, String en) {
        super(template + ": " + tag + ": " + en);
        this.template = template;
        this.tag = tag;
        this.text = new Text(template + ":" + zh, template + ": " + en);
    }

    /** File name, for example {@code opinion.docx}. */
    public String template() {
        return template;
    }

    /** As it stands in the file; empty where it is not about a tag. */
    public String tag() {
        return tag;
    }

    /** For people. */
    public Text text() {
        return text;
    }

    static PaperFault unknown(String template, String tag) {
        return new PaperFault(
                template,
                tag,
                "这种文书没有名为“" + tag + "”的内容。请核对标签的写法,可用的标签见 templates/papers/README.md。",
                "this paper has nothing called \"" + tag + "\". The names are listed in templates/papers/README.md.");
    }

    static PaperFault unreadable(String template) {
        return new PaperFault(
                template,
                "",
                "不是 Word 文档(.docx)或已损坏。请用 Word 或 WPS 另存为 .docx。",
                "not a Word document (.docx), or damaged. Save it again as .docx.");
    }

    static PaperFault malformed(String template, String tag) {
        return new PaperFault(
                template,
                tag,
                "标签“" + tag + "”写得不完整。标签写作 {{名称}},成段的内容以 {{?名称}} 开始、{{/名称}} 结束,中间不留空格。",
                "the tag \"" + tag
                        + "\" is not whole. A tag is {{name}}; what is repeated begins with {{?name}} and ends with {{/name}}, without spaces.");
    }
}
