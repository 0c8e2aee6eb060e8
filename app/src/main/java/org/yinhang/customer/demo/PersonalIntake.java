package org.yinhang.customer.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yinhang.customer.PersonalFacts;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.demobank.PersonalRow;
import org.yinhang.demobank.PersonalRows;
import org.yinhang.lake.dictionary.CustomerDictionary;

/**
 * Takes the invented people of the demo bank: their identifiers into the customer dictionary, their personal data, in
 * batches, into the encrypted columns. Everything is durable when the last customer has been taken.
 */
final class PersonalIntake implements PersonalRows {

    private static final int BATCH = 1_000;

    private final PersonalRecords records;
    private final CustomerDictionary dictionary;
    private final Instant knownAt;
    private final int customers;
    private final List<PersonalFacts> batch = new ArrayList<>(BATCH);

    /**
     * @param knownAt since when the data hold
     * @param customers how many will come
     */
    PersonalIntake(PersonalRecords records, CustomerDictionary dictionary, Instant knownAt, int customers) {
        this.records = records;
        this.dictionary = dictionary;
        this.knownAt = knownAt;
        this.customers = customers;
    }

    @Override
    public void accept(PersonalRow row) {
        int number = dictionary.number(row.bankNumber());
        if (number != row.customer()) {
            throw new IllegalStateException(
                    "customer: %d in the dictionary, %d in the bank".formatted(number, row.customer()));
        }
        batch.add(new PersonalFacts(
                row.customer(),
                knownAt,
                Map.of(
                        PersonalField.IDENTIFIER,
                        row.bankNumber(),
                        PersonalField.NAME,
                        row.name(),
                        PersonalField.ID_NUMBER,
                        row.idNumber(),
                        PersonalField.PHONE,
                        row.phone(),
                        PersonalField.EMAIL,
                        row.email(),
                        PersonalField.ADDRESS,
                        row.address())));
        boolean isLast = row.customer() == customers - 1;
        if (batch.size() == BATCH || isLast) {
            records.put(batch);
            batch.clear();
        }
        if (isLast) {
            dictionary.save();
        }
    }
}
