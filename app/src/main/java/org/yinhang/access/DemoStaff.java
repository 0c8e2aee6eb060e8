package org.yinhang.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.shared.Role;

/** The invented people of the demo bank, one per role; they exist only where everything is simulated. */
public enum DemoStaff {
    ANALYST("analyst", "林晓岚", "100000", Role.ANALYST, "marketing analyst 营销分析"),
    MANAGER("manager", "周子衡", "101001", Role.ACCOUNT_MANAGER, "account manager 客户经理"),
    HEAD("head", "陈若汐", "101000", Role.BRANCH_HEAD, "branch head 分行负责人"),
    OPERATOR("operator", "吴启航", "100000", Role.CREDIT_OPERATOR, "credit operator 信贷工厂"),
    COMPLIANCE("compliance", "郑知远", "100000", Role.COMPLIANCE, "compliance 合规"),
    ADMIN("admin", "何宛白", "100000", Role.ADMINISTRATOR, "administrator 管理员");

    /** The one password of all demo users; shown on the demo's sign-in page, so it protects nothing. */
    public static final String PASSWORD = "yinhang-demo";

    private final String userName;
    private final String displayName;
    private final String branchCode;
    private final Role role;
    private final String inWords;

    DemoStaff(String userName, String displayName, String branchCode, Role role, String inWords) {
        this.userName = userName;
        this.displayName = displayName;
        this.branchCode = branchCode;
        this.role = role;
        this.inWords = inWords;
    }

    public String userName() {
        return userName;
    }

    public String displayName() {
        return displayName;
    }

    /** The code of the branch they belong to. */
    public String branchCode() {
        return branchCode;
    }

    public Role role() {
        return role;
    }

    /** Their role in English and Chinese, for the terminal. */
    public String inWords() {
        return inWords;
    }

    /** Every name they sign in with. */
    static Set<String> userNames() {
        return Arrays.stream(values()).map(DemoStaff::userName).collect(Collectors.toUnmodifiableSet());
    }
}
