package org.yinhang.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.customer.profile.CustomerProfile;
import org.yinhang.customer.profile.ProductName;
import org.yinhang.customer.profile.TimelineEntry;
import org.yinhang.lake.LakeSession;
import org.yinhang.shared.Slice;

/** Reads the whole of one customer through one session. */
public final class ProfileRepository {

    private final LakeSession session;
    private final LocalDate asOf;
    private final ZoneId zone;

    /**
     * @param asOf nothing after this day is seen
     * @param zone the bank's
     */
    public ProfileRepository(LakeSession session, LocalDate asOf, ZoneId zone) {
        this.session = session;
        this.asOf = asOf;
        this.zone = zone;
    }

    /** Everything, without names; the bureau summary only where asked for. */
    public CustomerProfile read(int customer, boolean bureau) {
        CustomerView view = CustomerView.of(customer, asOf, zone);
        CreditFactsRepository credit = new CreditFactsRepository(session, view);
        return new CustomerProfile(
                session.snapshot().version(),
                new MoneyFactsRepository(session, view).read(),
                credit.read(),
                bureau ? credit.bureau() : Optional.empty(),
                new CareFactsRepository(session, view).read(),
                Map.of(),
                Map.of(),
                products());
    }

    /** One page of the timeline. */
    public Slice<TimelineEntry> timeline(int customer, long offset, int size) {
        return new TimelineRepository(session, CustomerView.of(customer, asOf, zone)).page(offset, size);
    }

    /** What products are called. */
    public Map<String, ProductName> products() {
        Map<String, ProductName> products = new HashMap<>();
        session.each(
                "SELECT product, coalesce(name, product) AS name, coalesce(name_en, name, product) AS name_en,"
                        + " coalesce(family, '') AS family FROM products",
                row -> products.put(
                        row.getString("product"),
                        new ProductName(row.getString("name"), row.getString("name_en"), row.getString("family"))));
        return products;
    }

    /** An instant column given in microseconds. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofFen(row.getLong(column));
    }

    static @Nullable Money moneyOrNull(ResultSet row, String column) throws SQLException {
        long fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }

    static @Nullable Rate rateOrNull(ResultSet row, String column) throws SQLException {
        int ppm = row.getInt(column);
        return row.wasNull() ? null : new Rate(ppm);
    }

    static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
