package org.yinhang.decision;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.customer.CustomerReach;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListAction;
import tools.jackson.databind.json.JsonMapper;

/** Finished plans and their lists, as pages and account managers read them. */
@Repository
class ContactPlanRepository {

    private static final int BATCH = 1_000;

    private static final Map<String, String> SORTABLE = Map.of(
            "rank", "p.rank",
            "probability", "p.probability",
            "value", "p.expected_value_fen",
            "grade", "p.grade");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json = JsonMapper.builder().build();

    ContactPlanRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps a plan and its list together; a plan that is there already stays as it is. */
    @Transactional
    void keep(PlanSummary summary, List<PlannedContact> list, String campaignFile, Instant now) {
        int added = jdbc.sql("""
                INSERT INTO contact_plan (id, campaign, as_of, created_at, chosen, summary, campaign_file)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (id) DO NOTHING""")
                .params(
                        summary.id(),
                        summary.campaign(),
                        Timestamp.from(summary.asOf()),
                        Timestamp.from(now),
                        summary.chosen(),
                        json.writeValueAsString(summary),
                        campaignFile)
                .update();
        if (added == 0) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO planned_contact (plan, rank, customer, grade, channel, channel_zh, channel_en, probability,
                    expected_value_fen, reasons_zh, reasons_en, script_zh, script_en)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", list, BATCH, (statement, contact) -> {
            statement.setString(1, contact.plan());
            statement.setInt(2, contact.rank());
            statement.setInt(3, contact.customer());
            statement.setString(4, contact.grade());
            statement.setString(5, contact.channel());
            statement.setString(6, contact.channelZh());
            statement.setString(7, contact.channelEn());
            statement.setDouble(8, contact.probability().value());
            statement.setLong(9, contact.expectedValue().fen());
            statement.setArray(
                    10,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text",
                                    contact.reasons().stream()
                                            .map(PlannedContact.Words::zh)
                                            .toArray()));
            statement.setArray(
                    11,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text",
                                    contact.reasons().stream()
                                            .map(PlannedContact.Words::en)
                                            .toArray()));
            statement.setString(12, contact.script().zh());
            statement.setString(13, contact.script().en());
        });
    }

    List<PlanSummary> newest(int most) {
        return jdbc.sql("SELECT summary FROM contact_plan ORDER BY created_at DESC LIMIT ?")
                .param(most)
                .query((row, number) -> summary(row))
                .list();
    }

    Optional<PlanSummary> find(String id) {
        return jdbc.sql("SELECT summary FROM contact_plan WHERE id = ?")
                .param(id)
                .query((row, number) -> summary(row))
                .optional();
    }

    /** One page of a plan's list, of the customers the viewer may see. */
    Slice<PlannedContact> contacts(String plan, ListQuery query, DataScope scope) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("plan", plan);
        StringBuilder from = new StringBuilder(
                "FROM planned_contact p " + CustomerReach.of("p.customer") + "WHERE p.plan = :plan AND ");
        from.append(CustomerReach.within(scope));
        query.filter("grade").ifPresent(grade -> {
            from.append(" AND p.grade = :grade");
            parameters.put("grade", grade);
        });
        query.filter(ListAction.CHOSEN).ifPresent(chosen -> {
            from.append(" AND p.rank = ANY(string_to_array(:chosen, '.')::int[])");
            parameters.put("chosen", chosen.matches("\\d{1,9}(\\.\\d{1,9})*") ? chosen : "");
        });
        query.filter("channel").ifPresent(channel -> {
            from.append(" AND p.channel = :channel");
            parameters.put("channel", channel);
        });
        long total = jdbc.sql("SELECT count(*) " + from)
                .params(parameters)
                .query(Long.class)
                .single();
        String column = SORTABLE.getOrDefault(query.sort(), "p.rank");
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<PlannedContact> contacts = jdbc.sql("SELECT p.* " + from + " ORDER BY " + column
                        + (query.isDescending() ? " DESC" : "") + ", p.rank LIMIT :size OFFSET :offset")
                .params(parameters)
                .query((row, number) -> contact(row))
                .list();
        return new Slice<>(contacts, total);
    }

    /** What the newest plans say about a customer, the newest first. */
    List<PlannedContact> ofCustomer(int customer, int most) {
        return jdbc.sql("""
                SELECT p.* FROM planned_contact p JOIN contact_plan c ON c.id = p.plan
                WHERE p.customer = ? ORDER BY c.created_at DESC LIMIT ?""")
                .params(customer, most)
                .query((row, number) -> contact(row))
                .list();
    }

    private PlanSummary summary(ResultSet row) throws SQLException {
        return json.readValue(row.getString("summary"), PlanSummary.class);
    }

    private static PlannedContact contact(ResultSet row) throws SQLException {
        String[] zh = texts(row.getArray("reasons_zh"));
        String[] en = texts(row.getArray("reasons_en"));
        List<PlannedContact.Words> reasons = new ArrayList<>();
        for (int i = 0; i < zh.length; i++) {
            reasons.add(new PlannedContact.Words(zh[i], en[i]));
        }
        return new PlannedContact(
                row.getString("plan"),
                row.getInt("rank"),
                row.getInt("customer"),
                row.getString("grade"),
                row.getString("channel"),
                row.getString("channel_zh"),
                row.getString("channel_en"),
                Probability.of(row.getDouble("probability")),
                Money.ofFen(row.getLong("expected_value_fen")),
                reasons,
                new PlannedContact.Words(row.getString("script_zh"), row.getString("script_en")));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
