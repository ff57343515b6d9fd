package redline.paper;

/** 审查结论; chosen by people, never by the program. */
public enum Ending {
    AGREED("同意"),
    AGREED_IN_PRINCIPLE("原则同意,按意见修改完善后报批"),
    REVISE("修改后重新报审"),
    REFUSED("不予同意");

    private final String title;

    Ending(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
