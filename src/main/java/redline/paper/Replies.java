package redline.paper;

import java.util.List;

/** 修改对照表: the applicant answers the points of a round one by one. Empty replies leave the cells to be filled in. */
public record Replies(CaseHeader header, Issue issue, int round, List<ReplyLine> lines) implements Contents {
    public Replies {
        lines = List.copyOf(lines);
    }

    @Override
    public String paper() {
        return "replies";
    }

    @Override
    public void fill(Tags tags) {
        tags.text("轮次", String.valueOf(round)).rows("对照表", lines, ReplyLine::fill);
    }
}
