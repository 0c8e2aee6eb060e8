package org.yinhang.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.RandomColumns;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

class SelectorTests {

    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 30), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path temp;

    /** Every customer has as many transactions as the last digit of the number says. */
    private static final class LastDigit implements LeafSource {
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public RoaringBitmap members(Expression.Member member) {
            throw new IllegalStateException(member.name());
        }

        @Override
        public Vector values(Expression.Aggregate facts, int block, char[] rows, int count) {
            asked.addAndGet(count);
            return new Vector.Wholes(IntStream.range(0, count)
                    .mapToLong(i -> ((block << 16) + rows[i]) % 10)
                    .toArray());
        }
    }

    @Test
    void factsThatAreNoTagAreAskedForOnlyWhereTheTagsPass() throws IOException {
        RandomColumns columns = new RandomColumns(21);
        columns.write(temp.resolve("index"), false);
        FactTable transactions = new FactTable(
                "transactions",
                "交易",
                "Transactions",
                false,
                List.of(Field.of("occurred_at", ValueType.MOMENT, "发生时间", "Occurred at")),
                Optional.empty());
        Catalogue catalogue = new Catalogue(columns.fields(), List.of(transactions), Set.of(), Set.of());
        LastDigit source = new LastDigit();
        int payroll = columns.fields().indexOf(columns.field("payroll"));
        int[] paid = IntStream.range(0, columns.numbers())
                .filter(columns::isPresent)
                .filter(i -> columns.value(payroll, i).equals(Value.of(true)))
                .toArray();
        try (Index index = Index.open(temp.resolve("index"));
                Workers workers = new Workers(2)) {
            Selector selector = new Selector(index, source, AS_OF, workers);
            Expression predicate =
                    Predicates.condition("count(transactions) over last 90 days >= 8 and payroll", catalogue);
            assertThat(selector.select(predicate).bitmap().toArray())
                    .containsExactly(
                            Arrays.stream(paid).filter(i -> i % 10 >= 8).toArray());
            assertThat(source.asked.get()).isEqualTo(paid.length);
        }
    }

    @Test
    void aTagTheIndexDoesNotHaveIsNamedWithTheNearestOne() throws IOException {
        RandomColumns columns = new RandomColumns(22);
        columns.write(temp.resolve("index"), false);
        List<Field> fields = new ArrayList<>(columns.fields());
        fields.removeIf(f -> f.name().equals("age"));
        fields.add(Field.of("balances", ValueType.MONEY, "余额合计", "Balances"));
        fields.add(Field.of("age", ValueType.NUMBER, "年龄", "Age"));
        Expression predicate = Predicates.condition("balances > 100 or age > 30.5", Catalogue.ofFields(fields));
        try (Index index = Index.open(temp.resolve("index"));
                Workers workers = new Workers(1)) {
            Selector selector = new Selector(index, new LastDigit(), AS_OF, workers);
            assertThatThrownBy(() -> selector.count(predicate))
                    .hasMessageContaining("SEL-1001")
                    .hasMessageContaining("Did you mean 'balance'?")
                    .hasMessageContaining("SEL-1002");
        }
    }
}
