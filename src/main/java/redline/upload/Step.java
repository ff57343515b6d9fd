package redline.upload;

/** What a check does, in this order; the names are shown while it works. */
public enum Step {
    /** 读取 */
    READ,
    /** 数据检查 */
    DATA_CHECK,
    /** 量算 */
    MEASURE,
    /** 判定 */
    JUDGE,
    /** 报告 */
    REPORT
}
