package org.yinhang.lake.training;

/** Where in the life of a customer a model helps to decide. */
public enum ModelFamily {
    /** Which customers of ours will be active, so that service and limits follow. */
    BEHAVIOUR_MANAGEMENT("行为管理", "Behaviour management"),
    /** Who is about to need credit, judged by how they live and look around. */
    BEHAVIOUR_ANALYSIS("行为分析", "Behaviour analysis"),
    /** Whether an applicant will repay (A card). */
    APPLICATION_SCORECARD("申请评分卡(A卡)", "Application scorecard"),
    /** Who would draw a limit if granted one ahead of any application. */
    PRE_APPROVAL("预授信与额度", "Pre-approval and limit"),
    /** Whether a borrower will fall behind (B card). */
    POST_LOAN_MONITORING("贷后监控(B卡)", "Post-loan monitoring"),
    /** Whether an overdue borrower will come back by himself (C card). */
    COLLECTION("逾期催收(C卡)", "Overdue collection"),
    /** Who responds to a contact about a product. */
    RESPONSE("产品响应", "Response"),
    /** What a contact adds. */
    UPLIFT("触达增量", "Uplift"),
    /** At which hour and through which channel a contact is most welcome. */
    BEST_CONTACT("最佳触达时段与渠道", "Best contact time and channel"),
    /** How much a higher price keeps from accepting. */
    PRICE_SENSITIVITY("价格敏感度", "Price sensitivity"),
    /** Whether an application would be approved. */
    EXPECTED_APPROVAL("预期通过率", "Expected approval");

    private final String zh;
    private final String en;

    ModelFamily(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
