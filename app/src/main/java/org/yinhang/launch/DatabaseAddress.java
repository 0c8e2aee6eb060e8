package org.yinhang.launch;

import java.util.Map;

/**
 * Where a PostgreSQL is and who we are there.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://host:5432/yinhang}
 * @param user the role to connect as
 * @param password its password; never printed
 */
public record DatabaseAddress(String url, String user, String password) {

    /** The address as environment variables the application reads, so that it shows in no process list. */
    public Map<String, String> asEnvironment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", user,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
