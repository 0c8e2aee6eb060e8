package org.yinhang.customer.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customer.ConsentSummary;
import org.yinhang.customer.Customer.Place;
import org.yinhang.customer.CustomerFigures;
import org.yinhang.customer.CustomerReach;
import org.yinhang.customer.Tier;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Reads operational rows; every question carries the scope of who asks. */
@Repository
public class CustomerRepository {

    private static final String FROM = "FROM customer c " + CustomerReach.OF_CUSTOMER;

    private static final String SELECT = """
            SELECT c.*, p.name AS sealed_name, b.code AS branch_code, b.name AS branch_name,
                   coalesce(s.name, c.manager_code) AS manager_name
            """;

    private static final String PERSON = """
            LEFT JOIN customer_personal p ON p.number = c.number
            LEFT JOIN staff_member s ON s.code = c.manager_code
            """;

    private static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("number", "c.number"),
            Map.entry(
                    "tier",
                    "CASE c.tier WHEN 'HIGH_END' THEN 0 WHEN 'POTENTIAL' THEN 1 WHEN 'GENERAL' THEN 2 ELSE 3 END"),
            Map.entry("birth", "c.birth_date"),
            Map.entry("city", "c.city"),
            Map.entry("income", "c.monthly_income"),
            Map.entry("aum", "c.aum"),
            Map.entry("granted", "c.granted"),
            Map.entry("unused", "c.granted - c.used"),
            Map.entry("loans", "c.loan_balance"),
            Map.entry("overdue", "c.overdue_days"),
            Map.entry("contact", "c.last_contact"),
            Map.entry("branch", "b.path"),
            Map.entry("manager", "c.manager_code"),
            Map.entry("joined", "c.joined_on"));

    private final JdbcClient jdbc;
    private final PersonalRepository personal;

    CustomerRepository(JdbcClient jdbc, PersonalRepository personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * One page.
     *
     * @param total how many the question finds in all
     */
    public Slice<Customer> page(ListQuery query, DataScope scope, long total) {
        CustomerCondition condition = condition(query, scope);
        String column = SORTABLE.get(query.sort());
        String order = column == null ? "c.aum DESC" : column + (query.isDescending() ? " DESC" : "") + " NULLS LAST";
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        // The page is cut before names are fetched, so that only its rows are looked up and decrypted.
        String place = " ORDER BY " + order + ", c.number ";
        List<Customer> customers = jdbc.sql("WITH cut AS (SELECT c.number " + FROM + condition.where() + place
                        + "LIMIT :size OFFSET :offset) " + SELECT + FROM + PERSON
                        + "JOIN cut ON cut.number = c.number" + place)
                .params(parameters)
                .query(this::customer)
                .list();
        return new Slice<>(customers, total);
    }

    public Optional<Customer> find(int number, DataScope scope) {
        return jdbc.sql(SELECT + FROM + PERSON + "WHERE c.number = :number AND " + CustomerReach.within(scope))
                .param("number", number)
                .params(scope.parameters())
                .query(this::customer)
                .optional();
    }

    public boolean covers(int number, DataScope scope) {
        return jdbc.sql("SELECT 1 " + FROM + "WHERE c.number = :number AND " + CustomerReach.within(scope))
                .param("number", number)
                .params(scope.parameters())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those of these customers the scope covers, in no order. */
    public List<Customer> among(Collection<Integer> numbers, DataScope scope) {
        return jdbc.sql(SELECT + FROM + PERSON + "WHERE c.number = ANY(:numbers) AND " + CustomerReach.within(scope))
                .param("numbers", numbers.toArray(Integer[]::new))
                .params(scope.parameters())
                .query(this::customer)
                .list();
    }

    /** How many customers a question finds. */
    public long count(ListQuery query, DataScope scope) {
        CustomerCondition condition = condition(query, scope);
        return jdbc.sql("SELECT count(*) " + FROM + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    public CustomerFigures figures(ListQuery query, DataScope scope) {
        CustomerCondition condition = condition(query, scope);
        return jdbc.sql("""
                SELECT count(*) AS customers, coalesce(sum(c.aum), 0) AS aum, coalesce(sum(c.granted), 0) AS granted,
                       coalesce(sum(greatest(c.granted - c.used, 0)), 0) AS unused,
                       count(*) FILTER (WHERE c.granted > 0 AND c.used = 0) AS never_used,
                       coalesce(sum(c.granted) FILTER (WHERE c.used = 0), 0) AS never_used_limit,
                       count(*) FILTER (WHERE c.overdue_days > 0) AS overdue,
                       count(*) FILTER (WHERE c.complaint_open) AS complaints,
                       count(*) FILTER (WHERE c.tier = 'HIGH_END') AS high_end,
                       count(*) FILTER (WHERE c.tier = 'POTENTIAL') AS potential,
                       count(*) FILTER (WHERE c.tier = 'GENERAL') AS general,
                       count(*) FILTER (WHERE c.tier = 'UNKNOWN') AS unknown
                """ + FROM + condition.where())
                .params(condition.parameters())
                .query((row, number) -> new CustomerFigures(
                        row.getLong("customers"),
                        money(row, "aum"),
                        money(row, "granted"),
                        money(row, "unused"),
                        row.getLong("never_used"),
                        money(row, "never_used_limit"),
                        row.getLong("overdue"),
                        row.getLong("complaints"),
                        Map.of(
                                Tier.HIGH_END, row.getLong("high_end"),
                                Tier.POTENTIAL, row.getLong("potential"),
                                Tier.GENERAL, row.getLong("general"),
                                Tier.UNKNOWN, row.getLong("unknown"))))
                .single();
    }

    /** The cities customers of the scope live in, the most frequent first. */
    public List<String> cities(DataScope scope) {
        return jdbc.sql("SELECT c.city " + FROM + "WHERE c.city IS NOT NULL AND " + CustomerReach.within(scope)
                        + " GROUP BY c.city ORDER BY count(*) DESC, c.city LIMIT 100")
                .params(scope.parameters())
                .query(String.class)
                .list();
    }

    /** The managers who keep customers of the scope, by code; at most some hundreds, or none where there are more. */
    public List<Place> managers(DataScope scope, int most) {
        List<Place> managers = jdbc.sql("""
                SELECT c.manager_code AS code, coalesce(min(s.name), c.manager_code) AS name
                """ + FROM
                        + "LEFT JOIN staff_member s ON s.code = c.manager_code WHERE c.manager_code IS NOT NULL AND "
                        + CustomerReach.within(scope)
                        + " GROUP BY c.manager_code ORDER BY c.manager_code LIMIT :most")
                .params(scope.parameters())
                .param("most", most + 1)
                .query((row, number) -> new Place(row.getString("code"), row.getString("name")))
                .list();
        return managers.size() > most ? List.of() : managers;
    }

    /** The products customers of the scope hold. */
    public List<String> products(DataScope scope) {
        return jdbc.sql("SELECT DISTINCT unnest(c.products) AS product " + FROM + "WHERE " + CustomerReach.within(scope)
                        + " ORDER BY product")
                .params(scope.parameters())
                .query(String.class)
                .list();
    }

    /** Which of these customers the scope covers, with their masked names. */
    public Map<Integer, String> namesWithin(List<Integer> numbers, DataScope scope) {
        Map<Integer, String> names = new HashMap<>();
        jdbc.sql("SELECT c.number, p.name " + FROM + PERSON + "WHERE c.number = ANY(:numbers) AND "
                        + CustomerReach.within(scope))
                .param("numbers", numbers.toArray(Integer[]::new))
                .params(scope.parameters())
                .query((row, number) -> names.put(row.getInt("number"), maskedName(row.getBytes("name"))))
                .list();
        return names;
    }

    /** The name of a member of staff. */
    public Map<String, String> staffNames(List<String> codes) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT code, name FROM staff_member WHERE code = ANY(?)")
                .param(codes.toArray(String[]::new))
                .query((row, number) -> names.put(row.getString("code"), row.getString("name")))
                .list();
        return names;
    }

    private CustomerCondition condition(ListQuery query, DataScope scope) {
        return CustomerCondition.of(query, scope, personal::indexesOf);
    }

    private String maskedName(byte @Nullable [] sealed) {
        return sealed == null ? "" : personal.maskedName(sealed);
    }

    private Customer customer(ResultSet row, int number) throws SQLException {
        String manager = row.getString("manager_code");
        Timestamp contact = row.getTimestamp("last_contact");
        String employer = row.getString("employer_name");
        return new Customer(
                row.getInt("number"),
                maskedName(row.getBytes("sealed_name")),
                row.getString("gender"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("age", Integer.class),
                row.getString("marital"),
                row.getString("education"),
                row.getString("occupation"),
                row.getString("city"),
                employer == null ? row.getString("employer_code") : employer,
                row.getObject("employer_class", Integer.class),
                row.getObject("monthly_income") == null ? null : money(row, "monthly_income"),
                row.getObject("joined_on", LocalDate.class),
                Tier.valueOf(row.getString("tier")),
                money(row, "aum"),
                money(row, "granted"),
                money(row, "used"),
                money(row, "loan_balance"),
                row.getInt("overdue_days"),
                texts(row.getArray("products")),
                contact == null ? null : contact.toInstant(),
                row.getString("last_outcome"),
                new ConsentSummary(texts(row.getArray("marketing_consent")), row.getBoolean("profiling_refused")),
                row.getBoolean("complaint_open"),
                row.getBoolean("deceased"),
                new Place(row.getString("branch_code"), row.getString("branch_name")),
                manager == null ? null : new Place(manager, Objects.requireNonNull(row.getString("manager_name"))));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofFen(row.getLong(column));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
