package org.yinhang.reach.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.reach.DeskMessage;
import org.yinhang.reach.gateway.Message;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.SealedColumns;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated gateways hold: encrypted, because a message names its customer. */
@Repository
public class DeskRepository implements SealedColumns {

    private static final String COLUMN = "desk_message.sealed";

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    DeskRepository(JdbcClient jdbc, ColumnCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public List<String> sealed() {
        return List.of(COLUMN);
    }

    /** Accepts a message; the same key again is the same message, counted. */
    public void accept(Message message) {
        jdbc.sql("""
                INSERT INTO desk_message (key, channel, sealed, accepted_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET copies = desk_message.copies + 1""")
                .params(
                        message.key(),
                        message.channel(),
                        cipher.encrypt(COLUMN, json.writeValueAsString(message)),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a key was accepted. */
    public boolean has(String key) {
        return jdbc.sql("SELECT count(*) FROM desk_message WHERE key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The newest messages of a channel, the newest first. */
    public List<DeskMessage> newest(String channel, int most) {
        return jdbc.sql("SELECT * FROM desk_message WHERE channel = ? ORDER BY accepted_at DESC, key LIMIT ?")
                .params(channel, most)
                .query((row, _) -> {
                    Instant at = row.getTimestamp("accepted_at").toInstant();
                    Message message = json.readValue(cipher.decrypt(COLUMN, row.getBytes("sealed")), Message.class);
                    return new DeskMessage(message, at, row.getInt("copies"));
                })
                .list();
    }

    /** How many messages each channel holds. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT channel, count(*) AS messages FROM desk_message GROUP BY channel")
                .query((row, _) -> counts.put(row.getString("channel"), row.getLong("messages")))
                .list();
        return counts;
    }
}
