package redline.paper;

import java.util.List;

/**
 * The one page for the 业务会: plan, indices, and what is disputed with the options. An inner paper: open bases may stand here.
 *
 * @param indices the first eight are shown
 */
public record MeetingSheet(CaseHeader header, Issue issue, Picture plan, List<IndexRow> indices, List<Dispute> disputes)
        implements Contents {
    private static final int MOST_INDICES = 8;

    public MeetingSheet {
        indices = List.copyOf(indices);
        disputes = List.copyOf(disputes);
    }

    /** A disputed point: what it is, what is known of it, and what could be decided. */
    public record Dispute(String question, String facts, List<String> options) {
        public Dispute {
            options = List.copyOf(options);
        }

        static void fill(Tags row, int number, Dispute dispute) {
            StringBuilder options = new StringBuilder();
            for (int i = 0; i < dispute.options().size(); i++) {
                options.append(i == 0 ? "" : "\n")
                        .append((char) ('A' + i))
                        .append(". ")
                        .append(dispute.options().get(i));
            }
            row.cell("序号", String.valueOf(number))
                    .cell("议题", dispute.question())
                    .cell("情况", dispute.facts())
                    .cell("选项", options.toString());
        }
    }

    @Override
    public String paper() {
        return "meeting-sheet";
    }

    @Override
    public void fill(Tags tags) {
        tags.picture("总平面图", plan, 900, 600)
                .rows("指标表", indices.subList(0, Math.min(MOST_INDICES, indices.size())), IndexRow::fill)
                .rows("议题表", disputes, Dispute::fill);
    }
}
