package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import redline.intake.file.FileContents;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** What is told of one IFC file. */
record IfcTold(List<FileContents.Value> values, Troubles troubles) {

    IfcTold() {
        this(new ArrayList<>(), new Troubles());
    }

    void value(String path, String value, String from) {
        values.add(new FileContents.Value(path, value, from));
    }

    void trouble(String where, Text what, Text remedy) {
        troubles.add(where, what, remedy);
    }
}
