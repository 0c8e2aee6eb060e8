package org.yinhang.tag.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.tag.GivenValue;
import org.yinhang.tag.TagImport;

/** Values people gave to customers, and the files they came in. */
@Repository
public class GivenValueRepository {

    /** Counts on a day, bound twice. */
    private static final String COUNTS =
            " from_day <= :day AND (until_day IS NULL OR until_day >= :day) AND (ended_day IS NULL OR ended_day > :day)";

    private final JdbcClient jdbc;

    GivenValueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts of a tag on a day, by customer, the newest last. */
    public void each(String tag, LocalDate day, BiConsumer<Integer, String> value) {
        jdbc.sql("SELECT customer, value FROM tag_value WHERE tag = :tag AND" + COUNTS + " ORDER BY customer, id")
                .param("tag", tag)
                .param("day", day)
                .query(row -> {
                    value.accept(row.getInt("customer"), row.getString("value"));
                });
    }

    /** What counts of a customer on a day, set by hand. */
    public List<GivenValue> of(int customer, LocalDate day) {
        return jdbc.sql("SELECT * FROM tag_value WHERE customer = :customer AND by_hand AND" + COUNTS + " ORDER BY tag")
                .param("customer", customer)
                .param("day", day)
                .query((row, number) -> value(row))
                .list();
    }

    /** Lets one at a time change what is given of a tag, until the transaction ends. */
    public void lock(String tag) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('tag value ' || ?))")
                .param(tag)
                .query((_, _) -> 0)
                .list();
    }

    /** What counts of a tag on a day of the customers within a scope, the newest first. */
    public List<GivenValue> of(String tag, LocalDate day, int most, DataScope scope) {
        return jdbc.sql("SELECT v.* FROM tag_value v " + CustomerReach.of("v.customer") + "WHERE tag = :tag AND"
                        + COUNTS + " AND " + CustomerReach.within(scope) + " ORDER BY v.id DESC LIMIT :most")
                .params(scope.parameters())
                .param("tag", tag)
                .param("day", day)
                .param("most", most)
                .query((row, number) -> value(row))
                .list();
    }

    /** How many customers have a value of a tag on a day. */
    public long count(String tag, LocalDate day) {
        return jdbc.sql("SELECT count(DISTINCT customer) FROM tag_value WHERE tag = :tag AND" + COUNTS)
                .param("tag", tag)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    public Optional<GivenValue> find(long id) {
        return jdbc.sql("SELECT * FROM tag_value WHERE id = ? AND ended_day IS NULL")
                .param(id)
                .query((row, number) -> value(row))
                .optional();
    }

    /** Ends what counts of a tag of one customer. */
    public void end(String tag, int customer, String user, LocalDate day) {
        jdbc.sql("""
                UPDATE tag_value SET ended_by = ?, ended_day = ?
                WHERE tag = ? AND ended_day IS NULL AND customer = ?""").params(user, day, tag, customer).update();
    }

    /** Ends what counts of a tag of every customer within a scope. */
    public void end(String tag, DataScope scope, String user, LocalDate day) {
        jdbc.sql("UPDATE tag_value SET ended_by = :user, ended_day = :day WHERE tag = :tag AND ended_day IS NULL"
                        + " AND id IN (SELECT v.id FROM tag_value v " + CustomerReach.of("v.customer")
                        + "WHERE v.tag = :tag AND v.ended_day IS NULL AND " + CustomerReach.within(scope) + ")")
                .params(scope.parameters())
                .param("user", user)
                .param("day", day)
                .param("tag", tag)
                .update();
    }

    /** Ends one value; false when somebody has ended it already. */
    public boolean end(long id, String user, LocalDate day) {
        return jdbc.sql("UPDATE tag_value SET ended_by = ?, ended_day = ? WHERE id = ? AND ended_day IS NULL")
                        .params(user, day, id)
                        .update()
                == 1;
    }

    /** Adds values that count from a day; all of one tag, by the same person, for the same reason. */
    public void add(List<GivenValue> values) {
        GivenValue one = values.getFirst();
        List<@Nullable String> untils = new ArrayList<>();
        values.forEach(
                value -> untils.add(value.until().map(LocalDate::toString).orElse(null)));
        jdbc.sql("""
                INSERT INTO tag_value (tag, customer, value, from_day, until_day, by_hand, reason, set_by, set_at)
                SELECT :tag, customer, value, :from, until::date, :byHand, :reason, :by, :at
                FROM unnest(:customers::int[], :values::text[], :untils::text[]) AS n (customer, value, until)""")
                .param("tag", one.tag())
                .param("from", one.from())
                .param("byHand", one.isByHand())
                .param("reason", one.reason())
                .param("by", one.setBy())
                .param("at", Timestamp.from(one.setAt()))
                .param("customers", values.stream().map(GivenValue::customer).toArray(Integer[]::new))
                .param("values", values.stream().map(GivenValue::value).toArray(String[]::new))
                .param("untils", untils.toArray(String[]::new))
                .update();
    }

    public void add(TagImport brought) {
        jdbc.sql("""
                INSERT INTO tag_import (tag, file, taken, lines, columns, reasons, brought_by, brought_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        brought.tag(),
                        brought.file(),
                        brought.taken(),
                        brought.rejects().stream().map(TagImport.Reject::line).toArray(Integer[]::new),
                        brought.rejects().stream().map(TagImport.Reject::column).toArray(String[]::new),
                        brought.rejects().stream().map(TagImport.Reject::reason).toArray(String[]::new),
                        brought.broughtBy(),
                        Timestamp.from(brought.broughtAt()))
                .update();
    }

    /** The files of a tag, the newest first. */
    public List<TagImport> imports(String tag) {
        return jdbc.sql("SELECT * FROM tag_import WHERE tag = ? ORDER BY brought_at DESC, id DESC LIMIT 20")
                .param(tag)
                .query((row, number) -> brought(row))
                .list();
    }

    private static TagImport brought(ResultSet row) throws SQLException {
        Integer[] lines = (Integer[]) row.getArray("lines").getArray();
        String[] columns = (String[]) row.getArray("columns").getArray();
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        List<TagImport.Reject> rejects = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            rejects.add(new TagImport.Reject(lines[i], columns[i], reasons[i]));
        }
        return new TagImport(
                row.getString("tag"),
                row.getString("file"),
                row.getInt("taken"),
                rejects,
                row.getString("brought_by"),
                row.getTimestamp("brought_at").toInstant());
    }

    private static GivenValue value(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("set_at").toInstant();
        return new GivenValue(
                row.getLong("id"),
                row.getString("tag"),
                row.getInt("customer"),
                row.getString("value"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                row.getBoolean("by_hand"),
                row.getString("reason"),
                row.getString("set_by"),
                at);
    }
}
