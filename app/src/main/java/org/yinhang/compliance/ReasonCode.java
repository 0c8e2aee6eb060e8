package org.yinhang.compliance;

/**
 * Why a customer is not contacted. The number is the guard's place in the order of REGULATION; what is not a guard
 * but economics has 14, capacity and budget. Codes are written to the ledger and never change their meaning.
 */
public enum ReasonCode {
    NO_MARKETING_CONSENT(2, "无营销授权", "No consent to marketing", "PIPL 13-16"),
    AUTOMATED_DECISION_OPT_OUT(3, "已拒绝自动化决策", "Opted out of automated decisions", "PIPL 24"),
    COMPLAINT_OPEN(4, "投诉处理中", "A complaint is open", "Consumer protection practice"),
    LOAN_OVERDUE(4, "贷款逾期", "A loan is overdue", "Personal Loan Measures 2024-3"),
    DECEASED(4, "客户已故", "Customer is deceased", "PIPL 49"),
    MINOR(4, "未成年人", "Customer is a minor", "PIPL 31"),
    AGE_OUT_OF_RANGE(5, "年龄不在准入范围", "Age outside the admission range", "Campaign policy"),
    CHANNEL_NOT_CONSENTED(10, "未授权该渠道", "Channel not consented to", "Advertising Law 43"),
    ATTEMPTS_EXHAUSTED(12, "本活动触达次数已满", "Contacted often enough in this campaign", "Campaign policy"),
    COOL_DOWN_AFTER_REFUSAL(12, "拒绝后冷静期内", "In the cool-down after a refusal", "Advertising Law 43"),
    CONTACTED_RECENTLY(12, "近期已触达", "Contacted recently by another campaign", "Campaign policy"),
    NO_POSITIVE_VALUE(14, "期望净值不为正", "Expected net value is not positive", "Campaign policy"),
    CAPACITY_REACHED(14, "触达产能已满", "Capacity or budget is used up", "Campaign policy");

    private final int guard;
    private final String zh;
    private final String en;
    private final String source;

    ReasonCode(int guard, String zh, String en, String source) {
        this.guard = guard;
        this.zh = zh;
        this.en = en;
        this.source = source;
    }

    /** The place of its guard in the order of REGULATION, from 1 to 15. */
    public int guard() {
        return guard;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The law or policy it comes from. */
    public String source() {
        return source;
    }
}
