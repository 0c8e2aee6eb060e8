package org.yinhang.compliance;

/**
 * Why a customer is not contacted. The number is the guard's place in the order of REGULATION; what is not a guard
 * but economics has 14, capacity and budget. Codes are written to the ledger and never change their meaning.
 */
public enum ReasonCode {
    NO_AUTHORITY(1, "无处理个人信息的依据", "No authority to process personal data", "PIPL 13", Strength.PRIMARY),
    NO_MARKETING_CONSENT(2, "无营销授权", "No consent to marketing", "PIPL 13-16", Strength.PRIMARY),
    NO_SENSITIVE_CONSENT(2, "未单独同意使用金融账户信息", "No separate consent to use account data", "PIPL 28-29", Strength.PRIMARY),
    NO_SHARING_CONSENT(2, "未单独同意向合作方提供", "No separate consent to share with the partner", "PIPL 23", Strength.PRIMARY),
    AUTOMATED_DECISION_OPT_OUT(3, "已拒绝自动化决策", "Opted out of automated decisions", "PIPL 24", Strength.PRIMARY),
    COMPLAINT_OPEN(4, "投诉处理中", "A complaint is open", "Consumer protection practice", Strength.CUSTOM),
    LOAN_OVERDUE(4, "贷款逾期", "A loan is overdue", "Personal Loan Measures 2024-3", Strength.SECONDARY),
    DECEASED(4, "客户已故", "Customer is deceased", "PIPL 49", Strength.PRIMARY),
    MINOR(4, "未成年人", "Customer is a minor", "PIPL 31", Strength.PRIMARY),
    BLOCKED(4, "人工止呼", "Blocked by hand", "Bank policy", Strength.CUSTOM),
    AGE_OUT_OF_RANGE(5, "年龄不在准入范围", "Age outside the admission range", "Campaign policy", Strength.CUSTOM),
    NOT_ADMITTED(5, "不符合准入", "Not admitted to the product", "Personal Loan Measures 2024-3", Strength.SECONDARY),
    NOT_SUITABLE(5, "风险等级不匹配", "Product does not suit the customer", "Consumer protection practice", Strength.CUSTOM),
    NO_BUREAU_AUTHORISATION(
            6, "无征信授权", "No authorisation for bureau data", "Credit Reporting Regulation 18-20", Strength.PRIMARY),
    COST_ABOVE_CAP(7, "综合融资成本超上限", "All-in cost above the cap", "NFRA 2026-2, NFRA 2025-9", Strength.SECONDARY),
    CREATIVE_NOT_APPROVED(8, "物料未经审核", "Copy not approved", "Online Marketing Measures 2026-09-30", Strength.SECONDARY),
    COPY_REFUSED(
            8, "文案未通过检查", "Copy refused by the word check", "Online Marketing Measures 2026-09-30", Strength.SECONDARY),
    SENDER_NOT_REGISTERED(9, "发送方未登记", "Sender is not registered", "SMS rule 2026-05-01", Strength.SECONDARY),
    STAFF_NOT_AUTHORISED(
            9, "人员无营销资格", "Staff not authorised", "Online Marketing Measures 2026-09-30", Strength.SECONDARY),
    CHANNEL_NOT_CONSENTED(10, "未授权该渠道", "Channel not consented to", "Advertising Law 43", Strength.PRIMARY),
    QUIET_HOURS(11, "勿扰时段", "Quiet hours", "SMS rule 2026-05-01", Strength.SECONDARY),
    HOLIDAY(11, "节假日不触达", "No contact on holidays", "Bank policy", Strength.CUSTOM),
    FREQUENCY_CAP_REACHED(12, "触达频次已满", "Frequency cap reached", "Bank policy", Strength.CUSTOM),
    ATTEMPTS_EXHAUSTED(12, "本活动触达次数已满", "Contacted often enough in this campaign", "Campaign policy", Strength.CUSTOM),
    COOL_DOWN_AFTER_REFUSAL(12, "拒绝后冷静期内", "In the cool-down after a refusal", "Advertising Law 43", Strength.PRIMARY),
    CONTACTED_RECENTLY(12, "近期已触达", "Contacted recently by another campaign", "Campaign policy", Strength.CUSTOM),
    OUTRANKED(13, "让位于更高优先级活动", "A campaign of higher priority comes first", "Bank policy", Strength.CUSTOM),
    HELD_OUT(13, "属于对照组", "Belongs to a control group", "Bank policy", Strength.CUSTOM),
    NO_POSITIVE_VALUE(14, "期望净值不为正", "Expected net value is not positive", "Campaign policy", Strength.CUSTOM),
    CAPACITY_REACHED(14, "触达产能已满", "Capacity or budget is used up", "Campaign policy", Strength.CUSTOM),
    EVIDENCE_MISSING(15, "无法留痕", "Evidence could not be written", "SMS rule 2026-05-01", Strength.SECONDARY);

    private final int guard;
    private final String zh;
    private final String en;
    private final String source;
    private final Strength strength;

    ReasonCode(int guard, String zh, String en, String source, Strength strength) {
        this.guard = guard;
        this.zh = zh;
        this.en = en;
        this.source = source;
        this.strength = strength;
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

    /** How surely that source is known. */
    public Strength strength() {
        return strength;
    }
}
