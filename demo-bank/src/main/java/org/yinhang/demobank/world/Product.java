package org.yinhang.demobank.world;

import java.util.List;

/**
 * One product on the bank's shelf.
 *
 * @param code its code
 * @param name Chinese name
 * @param nameEn English name
 * @param family family of the canonical table
 * @param rateFloor lowest annual rate in millionths
 * @param rateCeiling highest annual rate in millionths
 * @param limitFloor lowest limit in fen
 * @param limitCeiling highest limit in fen
 * @param termMonths longest term in months, 0 where there is none
 * @param repayment method of repayment, or empty
 */
public record Product(
        String code,
        String name,
        String nameEn,
        String family,
        int rateFloor,
        int rateCeiling,
        long limitFloor,
        long limitCeiling,
        int termMonths,
        String repayment) {

    /** What the bank sells. The first seven are the credit products it markets. */
    public static final List<Product> SHELF = List.of(
            new Product(
                    "L101",
                    "引航快贷",
                    "Pilot Revolving Credit",
                    "revolving",
                    34_000,
                    78_000,
                    500_000,
                    30_000_000,
                    12,
                    "revolving"),
            new Product(
                    "L102",
                    "引航消费分期",
                    "Consumer Instalment Loan",
                    "instalment",
                    39_000,
                    92_000,
                    300_000,
                    20_000_000,
                    24,
                    "equal_instalment"),
            new Product(
                    "L103",
                    "专项卡分期",
                    "Card Instalment",
                    "card_instalment",
                    60_000,
                    130_000,
                    100_000,
                    10_000_000,
                    12,
                    "equal_instalment"),
            new Product(
                    "L104", "引航车贷", "Car Loan", "car", 32_000, 68_000, 3_000_000, 50_000_000, 36, "equal_instalment"),
            new Product(
                    "L105",
                    "安居装修贷",
                    "Renovation Loan",
                    "renovation",
                    35_000,
                    72_000,
                    2_000_000,
                    50_000_000,
                    36,
                    "equal_instalment"),
            new Product(
                    "L106",
                    "教育贷",
                    "Education Loan",
                    "education",
                    32_000,
                    66_000,
                    500_000,
                    20_000_000,
                    24,
                    "equal_instalment"),
            new Product(
                    "L107",
                    "商户周转贷",
                    "Business Turnover Loan",
                    "business",
                    36_000,
                    88_000,
                    2_000_000,
                    100_000_000,
                    12,
                    "interest_only"),
            new Product("L108", "存单质押贷", "Pledged Loan", "pledged", 30_000, 45_000, 500_000, 50_000_000, 12, "bullet"),
            new Product(
                    "L109",
                    "住房按揭贷",
                    "Mortgage",
                    "mortgage",
                    31_000,
                    45_000,
                    20_000_000,
                    500_000_000,
                    360,
                    "equal_instalment"),
            new Product(
                    "L110",
                    "贴息创业助学贷",
                    "Subsidised Start-up and Student Loan",
                    "education",
                    0,
                    40_000,
                    300_000,
                    20_000_000,
                    36,
                    "equal_principal"),
            new Product("D201", "活期存款", "Current Account", "deposit", 500, 2_000, 0, 0, 0, ""),
            new Product("D202", "定期存款", "Term Deposit", "deposit", 9_500, 22_000, 5_000, 0, 36, ""),
            new Product("D203", "以贷引存", "Deposit that Comes with Credit", "deposit", 2_000, 18_000, 0, 0, 12, ""),
            new Product("W301", "稳健理财", "Steady Wealth", "wealth", 18_000, 34_000, 100_000, 0, 12, ""),
            new Product(
                    "K401",
                    "引航信用卡",
                    "Pilot Credit Card",
                    "card_instalment",
                    0,
                    182_500,
                    100_000,
                    10_000_000,
                    0,
                    "revolving"),
            new Product("A501", "商户收单", "Merchant Acquiring", "acquiring", 0, 0, 0, 0, 0, ""));
}
