package org.yinhang.customer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.yinhang.customer.PersonalFacts;
import org.yinhang.customer.PersonalField;
import org.yinhang.lake.ingest.PersonalDataSink;
import org.yinhang.shared.crypto.BlindIndex;
import org.yinhang.shared.crypto.ColumnCipher;

/** The encrypted rows of personal data. Values leave this class masked, or one at a time. */
@Repository
public class PersonalRepository {

    private static final String UPSERT = upsert();

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final BlindIndex index;

    PersonalRepository(JdbcClient jdbc, ColumnCipher cipher, BlindIndex index) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
    }

    /** Encrypts and stores a batch; of one customer the newest comes last. Storing it twice changes nothing. */
    public void put(Collection<PersonalFacts> batch) {
        Map<Integer, PersonalFacts> rows = LinkedHashMap.newLinkedHashMap(batch.size());
        batch.forEach(facts -> rows.merge(facts.customer(), facts, PersonalFacts::under));
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("number", rows.keySet().toArray(Integer[]::new));
        parameters.put(
                "known_at",
                rows.values().stream().map(row -> row.knownAt().toString()).toArray(String[]::new));
        for (PersonalField field : PersonalField.values()) {
            byte[][] sealed = new byte[rows.size()][];
            byte[][] indexes = new byte[rows.size()][];
            int row = 0;
            for (PersonalFacts facts : rows.values()) {
                String value = facts.values().get(field);
                if (value != null && !value.isBlank()) {
                    sealed[row] = cipher.encrypt(field.column(), value.strip());
                    indexes[row] = index.of(field.column(), value);
                }
                row++;
            }
            parameters.put(field.key(), sealed);
            if (field.isSearchable()) {
                parameters.put(field.key() + "_index", indexes);
            }
        }
        jdbc.sql(UPSERT).params(parameters).update();
    }

    /** A place for the personal data of one load, to be used by one thread. */
    public PersonalDataSink sink(PlatformTransactionManager transactions) {
        return new EncryptedSink(this, transactions);
    }

    /** What is stored of a customer, every value masked. */
    public Map<PersonalField, String> masked(int customer) {
        return jdbc.sql("SELECT * FROM customer_personal WHERE number = ?")
                .param(customer)
                .query((row, number) -> {
                    Map<PersonalField, String> values = new EnumMap<>(PersonalField.class);
                    for (PersonalField field : PersonalField.values()) {
                        byte[] sealed = row.getBytes(field.key());
                        if (sealed != null) {
                            values.put(field, field.mask(cipher.decrypt(field.column(), sealed)));
                        }
                    }
                    return values;
                })
                .optional()
                .orElseGet(Map::of);
    }

    /** A stored name, masked. */
    String maskedName(byte[] sealed) {
        return PersonalField.NAME.mask(cipher.decrypt(PersonalField.NAME.column(), sealed));
    }

    /** One value in the clear; whoever asks must have written down why. */
    public Optional<String> inTheClear(int customer, PersonalField field) {
        return jdbc.sql("SELECT " + field.key() + " FROM customer_personal WHERE number = ? AND " + field.key()
                        + " IS NOT NULL")
                .param(customer)
                .query((row, number) -> cipher.decrypt(field.column(), row.getBytes(1)))
                .optional();
    }

    /** Values of customers in the clear; whoever asks may use them for a message only. */
    public Map<Integer, Map<PersonalField, String>> forDelivery(
            Collection<Integer> customers, Collection<PersonalField> fields) {
        Map<Integer, Map<PersonalField, String>> found = new HashMap<>();
        jdbc.sql("SELECT * FROM customer_personal WHERE number = ANY(?)")
                .param(customers.toArray(Integer[]::new))
                .query((row, number) -> {
                    Map<PersonalField, String> values = new EnumMap<>(PersonalField.class);
                    for (PersonalField field : fields) {
                        byte[] sealed = row.getBytes(field.key());
                        if (sealed != null) {
                            values.put(field, cipher.decrypt(field.column(), sealed));
                        }
                    }
                    return found.put(row.getInt("number"), values);
                })
                .list();
        return found;
    }

    /** Of how many customers there are personal data. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM customer_personal")
                .query(Long.class)
                .single();
    }

    /**
     * Writes what was encrypted under an older key or algorithm anew, for some customers after a number; a value that
     * changed meanwhile is left as it is, because it was written under the newest.
     *
     * @return the last customer looked at, or empty when there is none after that number
     */
    Optional<Reencrypted> reencrypt(int after, int most) {
        List<Map<PersonalField, byte[]>> rows = new ArrayList<>();
        List<Integer> numbers = jdbc.sql("SELECT * FROM customer_personal WHERE number > ? ORDER BY number LIMIT ?")
                .params(after, most)
                .query((row, place) -> {
                    Map<PersonalField, byte[]> outdated = new EnumMap<>(PersonalField.class);
                    for (PersonalField field : PersonalField.values()) {
                        byte[] sealed = row.getBytes(field.key());
                        if (sealed != null && cipher.isOutdated(sealed)) {
                            outdated.put(field, sealed);
                        }
                    }
                    rows.add(outdated);
                    return row.getInt("number");
                })
                .list();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        long values = 0;
        for (PersonalField field : PersonalField.values()) {
            List<Integer> of = new ArrayList<>();
            List<byte[]> before = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                byte[] sealed = rows.get(i).get(field);
                if (sealed != null) {
                    of.add(numbers.get(i));
                    before.add(sealed);
                }
            }
            values += of.isEmpty() ? 0 : replace(field, of, before);
        }
        return Optional.of(new Reencrypted(numbers.getLast(), numbers.size(), values));
    }

    /**
     * What one step of encrypting anew has done.
     *
     * @param last the last customer looked at
     * @param customers how many were looked at
     * @param values how many values were written anew
     */
    record Reencrypted(int last, int customers, long values) {}

    private long replace(PersonalField field, List<Integer> numbers, List<byte[]> before) {
        return jdbc.sql("""
                UPDATE customer_personal AS kept SET %1$s = fresh.sealed
                FROM unnest(:numbers::int[], :before::bytea[], :sealed::bytea[]) AS fresh (number, before, sealed)
                WHERE kept.number = fresh.number AND kept.%1$s = fresh.before""".formatted(field.key()))
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("before", before.toArray(byte[][]::new))
                .param(
                        "sealed",
                        before.stream()
                                .map(old -> cipher.encrypt(field.column(), cipher.decrypt(field.column(), old)))
                                .toArray(byte[][]::new))
                .update();
    }

    /** The blind index of a text in every searchable field, by the name of its column. */
    Map<String, byte[]> indexesOf(String text) {
        return Arrays.stream(PersonalField.values())
                .filter(PersonalField::isSearchable)
                .collect(Collectors.toMap(field -> field.key() + "_index", field -> index.of(field.column(), text)));
    }

    /** The customers who have one of these bank identifiers, by identifier. */
    public Map<String, Integer> numbersOf(Collection<String> identifiers) {
        PersonalField field = PersonalField.IDENTIFIER;
        Map<String, String> byIndex = new HashMap<>();
        identifiers.forEach(text -> byIndex.put(HexFormat.of().formatHex(index.of(field.column(), text)), text));
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql("SELECT encode(identifier_index, 'hex') AS found, number FROM customer_personal"
                        + " WHERE identifier_index = ANY(SELECT decode(h, 'hex') FROM unnest(:hexes::text[]) h)")
                .param("hexes", byIndex.keySet().toArray(String[]::new))
                .query((row, number) ->
                        numbers.put(byIndex.getOrDefault(row.getString("found"), ""), row.getInt("number")))
                .list();
        return numbers;
    }

    private static String upsert() {
        List<String> columns = Arrays.stream(PersonalField.values())
                .flatMap(field -> field.isSearchable()
                        ? List.of(field.key(), field.key() + "_index").stream()
                        : List.of(field.key()).stream())
                .toList();
        return """
                INSERT INTO customer_personal AS kept (number, known_at, %s)
                SELECT * FROM unnest(:number::int[], :known_at::timestamptz[], %s)
                ON CONFLICT (number) DO UPDATE SET known_at = excluded.known_at, %s
                WHERE kept.known_at <= excluded.known_at""".formatted(
                String.join(", ", columns),
                columns.stream().map(column -> ":" + column + "::bytea[]").collect(Collectors.joining(", ")),
                columns.stream()
                        .map(column -> "%1$s = coalesce(excluded.%1$s, kept.%1$s)".formatted(column))
                        .collect(Collectors.joining(", ")));
    }
}
