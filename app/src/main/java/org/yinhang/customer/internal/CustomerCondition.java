package org.yinhang.customer.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.yinhang.access.DataScope;
import org.yinhang.customer.CustomerReach;
import org.yinhang.customer.CustomerState;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.list.ListAction;

/**
 * What a question to the list means for the rows {@code c} of customers and {@code b} of their branches: first the scope
 * of who asks, then what they chose.
 *
 * @param where a WHERE clause
 * @param parameters the values of its named parameters
 */
record CustomerCondition(String where, Map<String, Object> parameters) {

    /** A customer number has at most nine digits here, so it is never mistaken for a phone. */
    private static final String CUSTOMER_NUMBER = "\\d{1,9}";

    /**
     * @param indexes the blind indexes of a text, by column
     */
    static CustomerCondition of(ListQuery query, DataScope scope, Function<String, Map<String, byte[]>> indexes) {
        StringBuilder where = new StringBuilder("WHERE ").append(CustomerReach.within(scope));
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        if (!query.text().isEmpty()) {
            search(query.text(), indexes, where, parameters);
        }
        query.filter("branch").ifPresent(branch -> {
            where.append(" AND b.path LIKE (SELECT f.path FROM branch f WHERE f.code = :branch) || '%'");
            parameters.put("branch", branch);
        });
        equal(query, "manager", "c.manager_code", where, parameters);
        equal(query, "tier", "c.tier", where, parameters);
        equal(query, "city", "c.city", where, parameters);
        query.filter("product").ifPresent(product -> {
            where.append(" AND c.products @> ARRAY[:product]::text[]");
            parameters.put("product", product);
        });
        query.filter(ListAction.CHOSEN).ifPresent(chosen -> {
            where.append(" AND c.number = ANY(:chosen)");
            parameters.put("chosen", numbers(chosen));
        });
        query.filter("state").ifPresent(state -> where.append(" AND ")
                .append(CustomerState.of(state).map(CustomerState::condition).orElse("FALSE")));
        return new CustomerCondition(where.toString(), Map.copyOf(parameters));
    }

    /** Customer numbers with dots between; whatever is none is left out. */
    private static Integer[] numbers(String chosen) {
        return Arrays.stream(chosen.split("\\."))
                .filter(number -> number.matches(CUSTOMER_NUMBER))
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
    }

    private static void equal(
            ListQuery query, String filter, String column, StringBuilder where, Map<String, Object> parameters) {
        query.filter(filter).ifPresent(value -> {
            where.append(" AND ").append(column).append(" = :").append(filter);
            parameters.put(filter, value);
        });
    }

    /** Exactly that name, phone, identity number, identifier or customer number; never a part of one. */
    private static void search(
            String text,
            Function<String, Map<String, byte[]>> indexes,
            StringBuilder where,
            Map<String, Object> parameters) {
        where.append(" AND (c.number IN (");
        String union = "";
        for (Map.Entry<String, byte[]> index : indexes.apply(text).entrySet()) {
            where.append(union)
                    .append("SELECT number FROM customer_personal WHERE ")
                    .append(index.getKey())
                    .append(" = :")
                    .append(index.getKey());
            parameters.put(index.getKey(), index.getValue());
            union = " UNION ALL ";
        }
        where.append(")");
        if (text.matches(CUSTOMER_NUMBER)) {
            where.append(" OR c.number = :typed");
            parameters.put("typed", Integer.parseInt(text));
        }
        where.append(")");
    }
}
