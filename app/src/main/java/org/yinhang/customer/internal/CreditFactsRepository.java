package org.yinhang.customer.internal;

import java.util.List;
import java.util.Optional;
import org.yinhang.customer.profile.BureauFacts;
import org.yinhang.customer.profile.CreditFacts;
import org.yinhang.customer.profile.CreditFacts.Application;
import org.yinhang.customer.profile.CreditFacts.Line;
import org.yinhang.customer.profile.CreditFacts.Loan;
import org.yinhang.customer.profile.CreditFacts.Repaid;
import org.yinhang.lake.LakeSession;

/** Reads credit lines, loans, repayments, applications and the bureau summary of one customer. */
final class CreditFactsRepository {

    private static final int YEAR = 365;

    private final LakeSession session;
    private final CustomerView view;

    CreditFactsRepository(LakeSession session, CustomerView view) {
        this.session = session;
        this.view = view;
    }

    CreditFacts read() {
        return new CreditFacts(lines(), loans(), repaid(), applications());
    }

    private List<Line> lines() {
        return session.query(
                "SELECT product, status, coalesce(granted, 0) AS granted, coalesce(used, 0) AS used, rate, expires_on,"
                        + " last_used_on FROM (" + view.newest("credit_lines")
                        + ") ORDER BY status <> 'active', granted DESC, id",
                row -> new Line(
                        row.getString("product"),
                        row.getString("status"),
                        ProfileRepository.money(row, "granted"),
                        ProfileRepository.money(row, "used"),
                        ProfileRepository.rateOrNull(row, "rate"),
                        ProfileRepository.date(row, "expires_on"),
                        ProfileRepository.date(row, "last_used_on")));
    }

    private List<Loan> loans() {
        return session.query(
                "SELECT product, status, coalesce(principal, 0) AS principal, coalesce(balance, 0) AS balance, rate,"
                        + " disbursed_on, matures_on, coalesce(dpd, 0) AS dpd, coalesce(worst_dpd, 0) AS worst_dpd FROM ("
                        + view.newest("loans")
                        + ") ORDER BY balance = 0, dpd DESC, disbursed_on DESC, id",
                row -> new Loan(
                        row.getString("product"),
                        row.getString("status"),
                        ProfileRepository.money(row, "principal"),
                        ProfileRepository.money(row, "balance"),
                        ProfileRepository.rateOrNull(row, "rate"),
                        ProfileRepository.date(row, "disbursed_on"),
                        ProfileRepository.date(row, "matures_on"),
                        row.getInt("dpd"),
                        row.getInt("worst_dpd")));
    }

    private Repaid repaid() {
        return session.query(
                        "SELECT count(*) AS instalments, count(*) FILTER (days_late > 0) AS late,"
                                + " coalesce(max(days_late), 0) AS worst FROM (" + view.rows("repayments")
                                + ") WHERE occurred_at >= make_timestamp(" + view.before(YEAR) + ")",
                        row -> new Repaid(row.getLong("instalments"), row.getLong("late"), row.getInt("worst")))
                .getFirst();
    }

    private List<Application> applications() {
        return session.query(
                "SELECT product, stage, epoch_us(occurred_at) AS moment, channel, amount, rate, reject_reason FROM ("
                        + view.rows("applications")
                        + " QUALIFY row_number() OVER (PARTITION BY application ORDER BY occurred_at DESC, id DESC) = 1)"
                        + " ORDER BY moment DESC LIMIT 20",
                row -> new Application(
                        row.getString("product"),
                        row.getString("stage"),
                        ProfileRepository.instant(row, "moment"),
                        row.getString("channel"),
                        ProfileRepository.moneyOrNull(row, "amount"),
                        ProfileRepository.rateOrNull(row, "rate"),
                        row.getString("reject_reason")));
    }

    Optional<BureauFacts> bureau() {
        return session
                .query(
                        "SELECT epoch_us(occurred_at) AS moment, authorisation, coalesce(inquiries_3m, 0) AS inquiries_3m,"
                                + " coalesce(overdue_24m, 0) AS overdue_24m,"
                                + " coalesce(worst_overdue_months, 0) AS worst_overdue_months,"
                                + " coalesce(lenders, 0) AS lenders, total_debt, monthly_payment, score FROM ("
                                + view.rows("bureau") + ") ORDER BY occurred_at DESC, id DESC LIMIT 1",
                        row -> new BureauFacts(
                                ProfileRepository.instant(row, "moment"),
                                row.getObject("authorisation") != null,
                                row.getInt("inquiries_3m"),
                                row.getInt("overdue_24m"),
                                row.getInt("worst_overdue_months"),
                                row.getInt("lenders"),
                                ProfileRepository.moneyOrNull(row, "total_debt"),
                                ProfileRepository.moneyOrNull(row, "monthly_payment"),
                                ProfileRepository.integerOrNull(row, "score")))
                .stream()
                .findFirst();
    }
}
