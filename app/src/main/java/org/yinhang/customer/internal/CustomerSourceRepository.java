package org.yinhang.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.LakeSession;

/** Computes operational rows from a pinned snapshot, a block of neighbouring customers at a time. */
final class CustomerSourceRepository {

    /** A branch as the bank's files name it. */
    record BranchRow(String code, @Nullable String parent, String name) {}

    /** A member of staff as the bank's files name them. */
    record StaffRow(
            String code,
            @Nullable String branchCode,
            String name,
            @Nullable String role) {}

    private final LakeSession session;

    CustomerSourceRepository(LakeSession session) {
        this.session = session;
    }

    /** The highest customer number in the snapshot, or -1. */
    int lastCustomer() {
        return session.snapshot().table("customers").files().stream()
                .mapToInt(LakeFile::last)
                .max()
                .orElse(-1);
    }

    /**
     * The rows of some neighbouring customers, in order.
     *
     * @param until microseconds since 1970 UTC; nothing that happened at or after it counts
     */
    List<CustomerRow> rows(int first, int last, long until) {
        // The newest state of each thing, nothing from after the day, then one row per customer.
        String sql = String.format(Locale.ROOT, """
            WITH person AS (
              SELECT * FROM customers WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              QUALIFY row_number() OVER (PARTITION BY customer ORDER BY occurred_at DESC, recorded_at DESC, id DESC) = 1),
            account AS (
              SELECT customer, product, family, status, balance FROM accounts
              WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1),
            line AS (
              SELECT customer, product, granted, used, status FROM credit_lines
              WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1),
            loan AS (
              SELECT customer, product, balance, dpd, status FROM loans
              WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1),
            wealth AS (
              SELECT customer, sum(balance) AS aum FROM account
              WHERE family IN ('current', 'term_deposit', 'wealth') AND status IS DISTINCT FROM 'closed' GROUP BY customer),
            credit AS (
              SELECT customer, sum(granted) AS granted, sum(used) AS used FROM line WHERE status = 'active'
              GROUP BY customer),
            debt AS (
              SELECT customer, sum(balance) AS balance,
                     max(CASE WHEN status IN ('overdue', 'defaulted') THEN dpd ELSE 0 END) AS dpd
              FROM loan GROUP BY customer),
            held AS (
              SELECT customer, string_agg(DISTINCT product, ',' ORDER BY product) AS products FROM (
                SELECT customer, product FROM account WHERE status IS DISTINCT FROM 'closed'
                UNION ALL SELECT customer, product FROM line WHERE status = 'active'
                UNION ALL SELECT customer, product FROM loan WHERE balance > 0) GROUP BY customer),
            touch AS (
              SELECT customer, max(occurred_at) AS last_contact, arg_max(outcome, (occurred_at, id)) AS last_outcome
              FROM contacts WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              GROUP BY customer),
            consent AS (
              SELECT customer, purpose, coalesce(channel, '*') AS channel,
                     arg_max(granted, (occurred_at, id)) AS granted
              FROM consents WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
              GROUP BY ALL),
            agreed AS (
              SELECT customer,
                     string_agg(channel, ',' ORDER BY channel) FILTER (purpose = 'marketing' AND granted) AS channels,
                     coalesce(bool_or(purpose = 'profiling' AND NOT granted), false) AS profiling_refused
              FROM consent GROUP BY customer),
            dispute AS (
              SELECT customer, bool_or(stage = 'opened') AS complaint_open FROM (
                SELECT customer, complaint, arg_max(stage, (occurred_at, id)) AS stage
                FROM complaints WHERE customer BETWEEN %1$d AND %2$d AND occurred_at < make_timestamp(%3$d)
                GROUP BY customer, complaint) GROUP BY customer)
            SELECT p.customer, p.branch, p.account_manager, p.gender, p.birth_date, p.age, p.marital, p.education,
                   p.occupation, p.province, p.city, p.employer, e.name AS employer_name, e.admission_class,
                   p.monthly_income, p.joined_on, coalesce(w.aum, 0) AS aum, coalesce(c.granted, 0) AS granted,
                   coalesce(c.used, 0) AS used, coalesce(d.balance, 0) AS loan_balance, coalesce(d.dpd, 0) AS dpd,
                   h.products, strftime(t.last_contact, '%%Y-%%m-%%dT%%H:%%M:%%SZ') AS last_contact, t.last_outcome,
                   a.channels, coalesce(a.profiling_refused, false) AS profiling_refused,
                   coalesce(x.complaint_open, false) AS complaint_open, coalesce(p.deceased, false) AS deceased
            FROM person p
            LEFT JOIN employers e ON e.employer = p.employer
            LEFT JOIN wealth w ON w.customer = p.customer
            LEFT JOIN credit c ON c.customer = p.customer
            LEFT JOIN debt d ON d.customer = p.customer
            LEFT JOIN held h ON h.customer = p.customer
            LEFT JOIN touch t ON t.customer = p.customer
            LEFT JOIN agreed a ON a.customer = p.customer
            LEFT JOIN dispute x ON x.customer = p.customer
            ORDER BY p.customer
            """, first, last, until);
        return session.query(sql, this::row);
    }

    /** Every branch. */
    List<BranchRow> branches() {
        return session.query(
                "SELECT branch, parent, coalesce(name, branch) AS name FROM branches ORDER BY branch",
                row -> new BranchRow(row.getString("branch"), row.getString("parent"), row.getString("name")));
    }

    /** Every member of staff. */
    List<StaffRow> staff() {
        return session.query(
                "SELECT staff, branch, coalesce(name, staff) AS name, role FROM staff ORDER BY staff",
                row -> new StaffRow(
                        row.getString("staff"), row.getString("branch"), row.getString("name"), row.getString("role")));
    }

    private CustomerRow row(ResultSet row) throws SQLException {
        return new CustomerRow(
                row.getInt("customer"),
                row.getString("branch"),
                row.getString("account_manager"),
                row.getString("gender"),
                row.getString("birth_date"),
                integer(row, "age"),
                row.getString("marital"),
                row.getString("education"),
                row.getString("occupation"),
                row.getString("province"),
                row.getString("city"),
                row.getString("employer"),
                row.getString("employer_name"),
                integer(row, "admission_class"),
                number(row, "monthly_income"),
                row.getString("joined_on"),
                row.getLong("aum"),
                row.getLong("granted"),
                row.getLong("used"),
                row.getLong("loan_balance"),
                row.getInt("dpd"),
                list(row.getString("products")),
                row.getString("last_contact"),
                row.getString("last_outcome"),
                list(row.getString("channels")),
                row.getBoolean("profiling_refused"),
                row.getBoolean("complaint_open"),
                row.getBoolean("deceased"));
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null ? List.of() : new ArrayList<>(List.of(joined.split(",")));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
