package org.yinhang.product.suitability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.core.unit.Money;

/** Answers to the questionnaire. */
@Repository
class SuitabilityRepository {

    private final JdbcClient jdbc;

    SuitabilityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SuitabilityRecord taken) {
        jdbc.sql("""
                INSERT INTO product_suitability
                (customer, taken_at, taken_on, valid_until, grade, points, answers, version, income_fen, taken_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        taken.customer(),
                        Timestamp.from(taken.takenAt()),
                        taken.takenOn(),
                        taken.validUntil(),
                        taken.grade().code(),
                        taken.points(),
                        taken.answers(),
                        taken.version())
                .param(taken.income().map(Money::fen).orElse(null))
                .param(taken.takenBy())
                .update();
    }

    /** The newest answers of each of these customers. */
    List<SuitabilityRecord> newest(Collection<Integer> customers) {
        return jdbc.sql("""
                SELECT DISTINCT ON (customer) * FROM product_suitability WHERE customer = ANY(?)
                ORDER BY customer, taken_at DESC""")
                .param(customers.toArray(Integer[]::new))
                .query((row, number) -> record(row))
                .list();
    }

    private static SuitabilityRecord record(ResultSet row) throws SQLException {
        long income = row.getLong("income_fen");
        Optional<Money> known = row.wasNull() ? Optional.empty() : Optional.of(Money.ofFen(income));
        return new SuitabilityRecord(
                row.getInt("customer"),
                CustomerGrade.valueOf(row.getString("grade").toUpperCase(Locale.ROOT)),
                row.getInt("points"),
                row.getString("answers"),
                row.getString("version"),
                row.getTimestamp("taken_at").toInstant(),
                row.getDate("taken_on").toLocalDate(),
                row.getDate("valid_until").toLocalDate(),
                known,
                row.getString("taken_by"));
    }
}
