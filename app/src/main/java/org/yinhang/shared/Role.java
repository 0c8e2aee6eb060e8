package org.yinhang.shared;

import java.util.Locale;

/** What a member of staff is here to do; decides which pages and acts are open to them. */
public enum Role {
    /** 营销分析: tags, audiences, models, plans. */
    ANALYST,
    /** 客户经理: their own customers. */
    ACCOUNT_MANAGER,
    /** 支行/团队负责人: a branch and everything below it. */
    BRANCH_HEAD,
    /** 信贷工厂: applications. */
    CREDIT_OPERATOR,
    /** 合规: consents, complaints, audit. */
    COMPLIANCE,
    /** 管理员: users, branches, operations; no customer data by this role alone. */
    ADMINISTRATOR;

    /** The message key of its name. */
    public String messageKey() {
        return "role." + name().toLowerCase(Locale.ROOT);
    }
}
