package redline.paper;

/** What one paper says. The kinds are the rows of {@code templates/office/papers.csv}. */
public sealed interface Contents
        permits Acceptance,
                Announcement,
                Changes,
                DepartmentSheet,
                Letter,
                MeetingSheet,
                PermitAnnex,
                Publicity,
                Receipt,
                Replies,
                SupplementNotice {
    /** Its id in {@code papers.csv}. */
    String paper();

    CaseHeader header();

    Issue issue();

    /** Puts what only this paper says under the names that its template uses. */
    void fill(Tags tags);
}
