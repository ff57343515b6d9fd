package redline.paper;

import java.util.List;

/** 部门意见汇总表. */
public record DepartmentSheet(CaseHeader header, Issue issue, List<Opinion> opinions) implements Contents {
    public DepartmentSheet {
        opinions = List.copyOf(opinions);
    }

    @Override
    public String paper() {
        return "departments";
    }

    @Override
    public void fill(Tags tags) {
        tags.rows("部门意见表", opinions, Opinion::fill);
    }
}
