package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.ingest.mapping.Conventions;
import org.yinhang.lake.ingest.mapping.Conventions.MoneyUnit;
import org.yinhang.lake.ingest.mapping.Conventions.RateUnit;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.sql.Sql;

/** The SQL conversions against exact arithmetic and calendars in Java. */
class ConversionPropertyTests {

    private static Connection connection = open();

    private static Connection open() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeContainer
    static void connect() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static Optional<String> converted(ColumnType type, String text, ZoneId zone) throws SQLException {
        ColumnSchema column = new ColumnSchema("x", type, DataClass.PUBLIC, "", "", "", false, false, Map.of());
        Conventions conventions =
                new Conventions(zone, MoneyUnit.YUAN, RateUnit.PERCENT, List.of(), List.of(), "", false);
        Conversion conversion = Conversion.of(column, "v", "VARCHAR", conventions);
        String sql = "SELECT CAST(%s AS VARCHAR) FROM (SELECT *, %s AS parsed FROM (SELECT CAST(%s AS VARCHAR) AS v))"
                .formatted(
                        conversion.value().replace(Conversion.PARSED, "parsed"),
                        conversion.parsed(),
                        Sql.literal(text));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return Optional.ofNullable(row.getString(1));
        }
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999999999"), new BigDecimal("99999999999"))
                .ofScale(4)
                .flatMap(amount ->
                        Arbitraries.of(0, 1, 2, 3, 4).map(scale -> amount.setScale(scale, RoundingMode.DOWN)));
    }

    @Property(tries = 300)
    void makesExactFenOfYuanAndRefusesWhatIsFiner(@ForAll("amounts") BigDecimal yuan) throws SQLException {
        Optional<String> expected;
        try {
            expected = Optional.of(Long.toString(Money.ofYuan(yuan).fen()));
        } catch (ArithmeticException finer) {
            expected = Optional.empty();
        }
        assertThat(converted(ColumnType.MONEY, yuan.toPlainString(), ZoneOffset.UTC))
                .isEqualTo(expected);
    }

    @Property(tries = 200)
    void takesWholeNumbersOnly(@ForAll int whole, @ForAll @IntRange(min = 1, max = 9) int tenths) throws SQLException {
        assertThat(converted(ColumnType.INTEGER, Integer.toString(whole), ZoneOffset.UTC))
                .hasValue(Integer.toString(whole));
        assertThat(converted(ColumnType.INTEGER, whole + ".0", ZoneOffset.UTC)).hasValue(Integer.toString(whole));
        assertThat(converted(ColumnType.INTEGER, whole + "." + tenths, ZoneOffset.UTC))
                .isEmpty();
    }

    @Example
    void readsNumbersHoweverTheyAreWritten() throws SQLException {
        assertThat(converted(ColumnType.INTEGER, "007", ZoneOffset.UTC)).hasValue("7");
        assertThat(converted(ColumnType.INTEGER, " 12 ", ZoneOffset.UTC)).hasValue("12");
        assertThat(converted(ColumnType.INTEGER, "+5", ZoneOffset.UTC)).hasValue("5");
        assertThat(converted(ColumnType.INTEGER, "1e3", ZoneOffset.UTC)).hasValue("1000");
        assertThat(converted(ColumnType.INTEGER, "1e-3", ZoneOffset.UTC)).isEmpty();
        assertThat(converted(ColumnType.MONEY, "12.50", ZoneOffset.UTC)).hasValue("1250");
        assertThat(converted(ColumnType.MONEY, "12.5", ZoneOffset.UTC)).hasValue("1250");
        assertThat(converted(ColumnType.MONEY, "1.2e1", ZoneOffset.UTC)).hasValue("1200");
        assertThat(converted(ColumnType.MONEY, "-.05", ZoneOffset.UTC)).hasValue("-5");
        assertThat(converted(ColumnType.MONEY, "1e-5", ZoneOffset.UTC)).isEmpty();
    }

    @Example
    void takesEveryKindOfBlankFromAroundText() throws SQLException {
        for (String blank : List.of("", " ", "  ", "\u3000", "\u00A0")) {
            assertThat(converted(ColumnType.TEXT, blank + "app" + blank, ZoneOffset.UTC))
                    .hasValue("app");
            assertThat(converted(ColumnType.TEXT, blank + "手机 银行" + blank, ZoneOffset.UTC))
                    .hasValue("手机 银行");
            assertThat(converted(ColumnType.TEXT, blank, ZoneOffset.UTC)).isEmpty();
        }
    }

    @Example
    void refusesAnInstantWithoutEnd() throws SQLException {
        assertThat(converted(ColumnType.INSTANT, "infinity", ZoneOffset.UTC)).isEmpty();
    }

    @Property(tries = 300)
    void movesLocalTimesToUtcAsTheCalendarSays(
            @ForAll @IntRange(min = 1950, max = 2035) int year,
            @ForAll @IntRange(min = 1, max = 365) int day,
            @ForAll @IntRange(min = 4, max = 23) int hour)
            throws SQLException {
        LocalDateTime local = LocalDateTime.of(year, 1, 1, hour, 30).withDayOfYear(day);
        for (String zone : List.of("Asia/Shanghai", "Europe/Prague", "UTC", "+05:30")) {
            LocalDateTime utc =
                    LocalDateTime.ofInstant(local.atZone(ZoneId.of(zone)).toInstant(), ZoneOffset.UTC);
            assertThat(converted(ColumnType.INSTANT, local.toString().replace('T', ' ') + ":00", ZoneId.of(zone)))
                    .as(zone)
                    .hasValue(utc.toString().replace('T', ' ') + ":00");
        }
    }
}
