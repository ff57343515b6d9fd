package redline.rulepack;

import java.util.List;
import redline.quantity.Text;
import redline.requirement.Grade;

/**
 * A setting of a profile that is not settled.
 *
 * @param candidates what it may be, at least one
 * @param source where the candidates come from
 * @param note empty where there is none
 */
public record OpenSetting(String name, Text title, List<String> candidates, String source, Grade grade, String note) {}
