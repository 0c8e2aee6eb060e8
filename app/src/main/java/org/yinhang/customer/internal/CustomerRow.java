package org.yinhang.customer.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operational row of one customer as a snapshot gives it; its components are the columns of {@code customer}, in
 * snake case, with codes where the table has keys of ours. Amounts in fen, dates and instants in ISO 8601.
 */
record CustomerRow(
        int number,
        @Nullable String branchCode,
        @Nullable String bankManager,
        @Nullable String gender,
        @Nullable String birthDate,
        @Nullable Integer age,
        @Nullable String marital,
        @Nullable String education,
        @Nullable String occupation,
        @Nullable String province,
        @Nullable String city,
        @Nullable String employerCode,
        @Nullable String employerName,
        @Nullable Integer employerClass,
        @Nullable Long monthlyIncome,
        @Nullable String joinedOn,
        long aum,
        long granted,
        long used,
        long loanBalance,
        int overdueDays,
        List<String> products,
        @Nullable String lastContact,
        @Nullable String lastOutcome,
        List<String> marketingConsent,
        boolean profilingRefused,
        boolean complaintOpen,
        boolean deceased) {}
