package org.yinhang.customer.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.yinhang.customer.PersonalFacts;
import org.yinhang.customer.PersonalField;
import org.yinhang.lake.ingest.PersonalDataSink;

/**
 * Takes the personal data of one load into the encrypted columns, in one transaction of the thread that loads: readers
 * see all of it or none.
 */
final class EncryptedSink implements PersonalDataSink {

    private final PersonalRepository rows;
    private final PlatformTransactionManager transactions;
    private @Nullable TransactionStatus open;

    EncryptedSink(PersonalRepository rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void accept(List<PersonalRecord> records) {
        if (open == null) {
            open = transactions.getTransaction(
                    new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        }
        rows.put(records.stream().map(EncryptedSink::facts).toList());
    }

    @Override
    public void commit() {
        TransactionStatus status = open;
        open = null;
        if (status != null) {
            transactions.commit(status);
        }
    }

    @Override
    public void discard() {
        TransactionStatus status = open;
        open = null;
        if (status != null) {
            transactions.rollback(status);
        }
    }

    private static PersonalFacts facts(PersonalRecord record) {
        Map<PersonalField, String> values = new EnumMap<>(PersonalField.class);
        record.values()
                .forEach((column, value) -> PersonalField.of(column).ifPresent(field -> values.put(field, value)));
        return new PersonalFacts(record.customer(), record.knownAt(), values);
    }
}
