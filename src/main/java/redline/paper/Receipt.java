package redline.paper;

import java.util.List;

/** 收件单: what was handed in. */
public record Receipt(CaseHeader header, Issue issue, List<MaterialLine> materials) implements Contents {
    public Receipt {
        materials = List.copyOf(materials);
    }

    @Override
    public String paper() {
        return "receipt";
    }

    @Override
    public void fill(Tags tags) {
        tags.rows("材料", materials, MaterialLine::fill);
    }
}
