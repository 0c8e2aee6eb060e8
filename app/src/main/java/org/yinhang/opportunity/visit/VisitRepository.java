package org.yinhang.opportunity.visit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.CustomerReach;
import org.yinhang.opportunity.CallOutcome;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.VisitRules;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.SealedColumns;

/** Visits and their photos; positions and pictures are encrypted. */
@Repository
class VisitRepository implements SealedColumns {

    private static final String PHOTO = "opportunity_visit_photo.photo";
    private static final String POSITION = "opportunity_visit.position";
    /** Of the 256 bits of a print, so many may differ for the same picture in another size or quality. */
    private static final int SAME_BITS = 12;

    private static final String SELECT = """
            SELECT v.*, o.customer, o.product, coalesce(s.name, v.staff) AS staff_name, n.outcome,
                   (SELECT count(*) FROM opportunity_visit_photo p WHERE p.visit = v.id) AS photos,
                   array_remove(ARRAY[
                       CASE WHEN EXISTS (SELECT FROM opportunity_visit_photo p WHERE p.visit = v.id AND p.same_as IS NOT NULL)
                           THEN 'same-photo' END,
                       CASE WHEN v.distance_km > :far THEN 'far' END,
                       CASE WHEN v.ended_at < v.began_at + make_interval(mins => :short) THEN 'short' END,
                       CASE WHEN v.ended_at IS NOT NULL
                           AND NOT EXISTS (SELECT FROM opportunity_visit_photo p WHERE p.visit = v.id) THEN 'no-photo' END,
                       CASE WHEN v.position IS NULL THEN 'no-place' END], NULL) AS marks
            FROM opportunity_visit v JOIN opportunity o ON o.id = v.opportunity
            """ + CustomerReach.of("o.customer") + """
            LEFT JOIN staff_member s ON s.code = v.staff
            LEFT JOIN opportunity_contact n ON n.key = v.contact
            WHERE
            """;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    VisitRepository(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public List<String> sealed() {
        return List.of(POSITION, PHOTO);
    }

    /** One page, the newest first; filters are {@code staff}, {@code mark} and {@code state}. */
    Slice<Visit> page(ListQuery query, OpportunityReach reach, VisitRules rules) {
        Map<String, Object> parameters = parameters(reach, rules);
        parameters.put("mark", query.filter("mark").orElse(""));
        parameters.put("state", query.filter("state").orElse(""));
        parameters.put("staff", query.filter("staff").orElse(""));
        String found = "(" + SELECT + reach.condition() + """
                ) found WHERE (:mark = '' OR :mark = ANY(marks)) AND (:staff = '' OR staff = :staff)
                AND (:state = '' OR :state = CASE WHEN ended_at IS NOT NULL THEN 'ended' WHEN lapsed_at IS NOT NULL THEN 'lapsed'
                    ELSE 'open' END)
                """;
        long total = jdbc.sql("SELECT count(*) FROM " + found)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", query.size());
        parameters.put("offset", query.offset());
        List<Visit> rows = jdbc.sql(
                        "SELECT * FROM " + found + " ORDER BY began_at DESC, id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .query(VisitRepository::visit)
                .list();
        return new Slice<>(rows, total);
    }

    /** One within reach. */
    Optional<Visit> find(long id, OpportunityReach reach, VisitRules rules) {
        return jdbc.sql(SELECT + "v.id = :id AND " + reach.condition())
                .params(parameters(reach, rules))
                .param("id", id)
                .query(VisitRepository::visit)
                .optional();
    }

    /** Holds a visit of somebody until the transaction ends; whether it still lasts, empty where it is not theirs. */
    Optional<Boolean> hold(long id, String staff) {
        return jdbc.sql("""
                SELECT ended_at IS NULL AND lapsed_at IS NULL FROM opportunity_visit WHERE id = ? AND staff = ? FOR UPDATE""").params(id, staff).query(Boolean.class).optional();
    }

    /** Whether a visit ended with the contact of a key. */
    boolean isEndedBy(long id, UUID contact) {
        return jdbc.sql("SELECT count(*) FROM opportunity_visit WHERE id = ? AND contact = ?")
                        .params(id, contact)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The number of the visit somebody is on, with its opportunity. */
    Optional<Map.Entry<Long, Long>> open(String staff) {
        return jdbc.sql("""
                SELECT id, opportunity FROM opportunity_visit WHERE staff = ? AND ended_at IS NULL AND lapsed_at IS NULL""")
                .param(staff)
                .query((row, _) -> Map.entry(row.getLong("id"), row.getLong("opportunity")))
                .optional();
    }

    /** Gives up what somebody never ended: of another day, or about what is not theirs any more. */
    void lapse(String staff, Instant startOfDay, Instant at) {
        jdbc.sql("""
                UPDATE opportunity_visit v SET lapsed_at = :at FROM opportunity o
                WHERE o.id = v.opportunity AND v.staff = :staff AND v.ended_at IS NULL AND v.lapsed_at IS NULL
                  AND (v.began_at < :start OR o.owner IS DISTINCT FROM v.staff OR o.closed_at IS NOT NULL)""")
                .param("at", Timestamp.from(at))
                .param("staff", staff)
                .param("start", Timestamp.from(startOfDay))
                .update();
    }

    /** Begins one; nothing changes where they are on one already. */
    void begin(
            long opportunity,
            String staff,
            String touch,
            Instant at,
            Optional<Position> position,
            Optional<String> town,
            OptionalDouble distance) {
        jdbc.sql("""
                INSERT INTO opportunity_visit (opportunity, staff, touch, began_at, position, accuracy_m, town, distance_km)
                VALUES (:opportunity, :staff, :touch, :at, :position, :accuracy, :town, :distance)
                ON CONFLICT DO NOTHING""")
                .param("opportunity", opportunity)
                .param("staff", staff)
                .param("touch", touch)
                .param("at", Timestamp.from(at))
                .param(
                        "position",
                        position.map(one -> cipher.encrypt(POSITION, one.text()))
                                .orElse(null),
                        Types.BINARY)
                .param("accuracy", position.map(Position::accuracy).orElse(null), Types.INTEGER)
                .param("town", town.orElse(null), Types.VARCHAR)
                .param("distance", distance.isPresent() ? distance.getAsDouble() : null, Types.DOUBLE)
                .update();
    }

    void end(long id, UUID contact, Instant at) {
        jdbc.sql("UPDATE opportunity_visit SET ended_at = ?, contact = ? WHERE id = ?")
                .params(Timestamp.from(at), contact, id)
                .update();
    }

    /** Keeps a photo, once for each visit; what shows the same picture as one of an earlier visit is marked. */
    void add(long visit, Photograph photo, Instant at) {
        jdbc.sql("""
                INSERT INTO opportunity_visit_photo (visit, at, photo, print, same_as)
                SELECT :visit, :at, :photo, CAST(:print AS bit(256)),
                       (SELECT min(p.id) FROM opportunity_visit_photo p
                        WHERE p.visit <> :visit AND bit_count(p.print # CAST(:print AS bit(256))) <= :same)
                WHERE NOT EXISTS (SELECT FROM opportunity_visit_photo p
                    WHERE p.visit = :visit AND bit_count(p.print # CAST(:print AS bit(256))) <= :same)""")
                .param("visit", visit)
                .param("at", Timestamp.from(at))
                .param("photo", cipher.encryptBytes(PHOTO, photo.jpeg()))
                .param("print", photo.print())
                .param("same", SAME_BITS)
                .update();
    }

    List<VisitPhoto> photos(long visit) {
        return jdbc.sql("""
                SELECT p.id, p.at, p.deleted_at, e.visit AS same FROM opportunity_visit_photo p
                LEFT JOIN opportunity_visit_photo e ON e.id = p.same_as WHERE p.visit = ? ORDER BY p.id""")
                .param(visit)
                .query((row, _) -> new VisitPhoto(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getObject("same", Long.class)),
                        instant(row.getTimestamp("deleted_at"))))
                .list();
    }

    Optional<byte[]> photo(long visit, long photo) {
        return jdbc.sql("SELECT photo FROM opportunity_visit_photo WHERE visit = ? AND id = ? AND photo IS NOT NULL")
                .params(visit, photo)
                .query((row, _) -> cipher.decryptBytes(PHOTO, row.getBytes("photo")))
                .optional();
    }

    /** Deletes the pictures of some photos taken before an instant; how many, none when there are no more. */
    int deletePictures(Instant before, int most, Instant at) {
        return jdbc.sql("""
                UPDATE opportunity_visit_photo SET photo = NULL, deleted_at = :at WHERE id IN (
                    SELECT id FROM opportunity_visit_photo WHERE photo IS NOT NULL AND at < :before
                    ORDER BY at LIMIT :most FOR UPDATE SKIP LOCKED)""")
                .param("at", Timestamp.from(at))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private static Map<String, Object> parameters(OpportunityReach reach, VisitRules rules) {
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        parameters.put("far", rules.farKm());
        parameters.put("short", rules.shortMinutes());
        return parameters;
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        Integer accuracy = row.getObject("accuracy_m", Integer.class);
        Double distance = row.getObject("distance_km", Double.class);
        return new Visit(
                row.getLong("id"),
                row.getLong("opportunity"),
                row.getInt("customer"),
                row.getString("product"),
                new Opportunity.Owner(row.getString("staff"), row.getString("staff_name")),
                row.getTimestamp("began_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getTimestamp("lapsed_at") != null,
                Optional.ofNullable(row.getString("outcome")).flatMap(CallOutcome::of),
                accuracy == null ? OptionalInt.empty() : OptionalInt.of(accuracy),
                Optional.ofNullable(row.getString("town")),
                distance == null ? OptionalDouble.empty() : OptionalDouble.of(distance),
                row.getInt("photos"),
                marks(row.getArray("marks")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private static List<VisitMark> marks(Array marks) throws SQLException {
        return Arrays.stream((String[]) marks.getArray()).map(VisitMark::of).toList();
    }
}
