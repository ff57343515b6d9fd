package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Unit;

/**
 * A line of the applicant's stamped sunlight report (日照分析报告的户表): one window, as printed there. {@code window} names the row of
 * {@code sunWindows} that it is; without it building, dwelling and window are looked for by their numbers.
 */
public record ReportedWindow(
        String id,
        String name,
        String parcel,
        @Stated(zh = "对应的日照窗", en = "window it is") String window,
        @Stated(zh = "楼号", en = "building number") String buildingNumber,
        @Stated(zh = "户号", en = "dwelling number") String dwellingNumber,
        @Stated(zh = "窗号", en = "window number") String windowNumber,

        @Stated(zh = "报告的建设前时数", en = "reported hours before", unit = Unit.HOUR)
        BigDecimal hoursBefore,

        @Stated(zh = "报告的建设后时数", en = "reported hours after", unit = Unit.HOUR)
        BigDecimal hoursAfter)
        implements Element {}
