package org.yinhang.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yinhang.shared.Masking;

/** One kind of personal data of a customer; each is encrypted by itself and unmasked by itself. */
public enum PersonalField {
    /** The bank's own customer identifier (行内客户号). */
    IDENTIFIER(true),
    NAME(true),
    ID_NUMBER(true),
    PHONE(true),
    EMAIL(false),
    ADDRESS(false);

    private final boolean searchable;

    PersonalField(boolean searchable) {
        this.searchable = searchable;
    }

    /** Its name as a canonical column and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of a canonical column. */
    public static Optional<PersonalField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** The column its values are bound to when encrypted. */
    public String column() {
        return "customer_personal." + key();
    }

    /** Whether an exact value can be looked for. */
    public boolean isSearchable() {
        return searchable;
    }

    /** The message key of its name. */
    public String messageKey() {
        return "customer.personal." + key();
    }

    /** A value as it shows before anybody gave a reason to see it. */
    public String mask(String value) {
        return switch (this) {
            case IDENTIFIER -> Masking.accountNumber(value);
            case NAME -> Masking.name(value);
            case ID_NUMBER -> Masking.idNumber(value);
            case PHONE -> Masking.phone(value);
            case EMAIL -> maskedMail(value);
            case ADDRESS -> Masking.address(value);
        };
    }

    private static String maskedMail(String value) {
        int at = value.indexOf('@');
        return at < 1 ? "****" : value.charAt(0) + "****" + value.substring(at);
    }
}
