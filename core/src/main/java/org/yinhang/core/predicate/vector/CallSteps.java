package org.yinhang.core.predicate.vector;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Days;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Texts;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** The functions of single values over columns. */
final class CallSteps {

    private CallSteps() {}

    static Step of(Call call, List<Step> arguments, AsOf asOf) {
        Step first = arguments.getFirst();
        return switch (call.function()) {
            case ABS -> abs(call.type(), first);
            case LEAST, GREATEST -> new ExtremeStep(call, arguments);
            case COALESCE -> coalesce(call.type(), arguments);
            case BUCKET -> bucket(call.arguments().getFirst().type(), arguments);
            case LOWER -> changed(first, Texts::lower);
            case UPPER -> changed(first, Texts::upper);
            case LEFT -> {
                long characters = ((Value.Whole) constant(call, 1)).value();
                yield changed(first, text -> Texts.left(text, characters));
            }
            case LENGTH -> length(first);
            case CONTAINS -> test(call, first, part -> text -> text.contains(part));
            case STARTS_WITH -> test(call, first, part -> text -> text.startsWith(part));
            case ENDS_WITH -> test(call, first, part -> text -> text.endsWith(part));
            case DATE -> DaySteps.each(first, instant -> Days.dayOf(instant, asOf));
            case HOUR -> DaySteps.each(first, instant -> Days.hourOf(instant, asOf));
            case YEAR, MONTH, DAY, WEEKDAY, MONTH_START -> DaySteps.each(first, day -> Days.part(call.function(), day));
            case DAYS_BETWEEN -> DaySteps.daysBetween(first, arguments.get(1));
            case MONTHS_BETWEEN -> DaySteps.monthsBetween(first, arguments.get(1));
            case AGE -> DaySteps.each(first, day -> Days.age(day, asOf));
            case HAS, HAS_ANY -> new SetTest(call, first, (mask, asked) -> (mask & asked) != 0, false);
            case HAS_ALL -> new SetTest(call, first, (mask, asked) -> (mask & asked) == asked, true);
            case SIZE -> size(first);
        };
    }

    static Value constant(Call call, int position) {
        return ((Literal) call.arguments().get(position)).value();
    }

    private static Step abs(ValueType type, Step value) {
        if (type.isWhole()) {
            return DaySteps.each(value, Math::abs);
        }
        return batch -> {
            double[] values = Columns.reals(value.of(batch));
            double[] sizes = new double[batch.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(values[i]);
            }
            return new Vector.Reals(sizes);
        };
    }

    private static Step coalesce(ValueType type, List<Step> arguments) {
        List<Step> present = arguments.stream()
                .map(a -> TruthSteps.not(TruthSteps.isMissing(a)))
                .toList();
        TruthSteps.Choice first = TruthSteps.firstTrue(present);
        TruthSteps.Choice orLast = batch -> {
            int[] chosen = first.of(batch);
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = Math.min(chosen[i], arguments.size() - 1);
            }
            return chosen;
        };
        return new ChoiceStep(type, orLast, arguments);
    }

    private static Step bucket(ValueType type, List<Step> arguments) {
        return batch -> {
            double[] reals = type == ValueType.NUMBER
                    ? Columns.reals(arguments.getFirst().of(batch))
                    : new double[0];
            long[] wholes = type == ValueType.NUMBER
                    ? new long[0]
                    : Columns.wholes(arguments.getFirst().of(batch));
            long[] buckets = new long[batch.size()];
            List<Vector> bounds =
                    arguments.stream().skip(1).map(b -> b.of(batch)).toList();
            for (int i = 0; i < buckets.length; i++) {
                boolean missing = type == ValueType.NUMBER ? Double.isNaN(reals[i]) : wholes[i] == Vector.MISSING;
                int bucket = 0;
                while (!missing && bucket < bounds.size() && !isBelow(type, reals, wholes, i, bounds.get(bucket))) {
                    bucket++;
                }
                buckets[i] = missing ? Vector.MISSING : bucket;
            }
            return new Vector.Wholes(buckets);
        };
    }

    private static boolean isBelow(ValueType type, double[] reals, long[] wholes, int i, Vector bound) {
        return type == ValueType.NUMBER ? reals[i] < Columns.reals(bound)[0] : wholes[i] < Columns.wholes(bound)[0];
    }

    private static Step changed(Step value, UnaryOperator<String> change) {
        Dictionary dictionary = new Dictionary();
        CodeMap map = new CodeMap(dictionary, change);
        return batch -> {
            Vector.Codes column = Columns.codes(value.of(batch));
            int[] to = map.of(column.dictionary());
            int[] codes = new int[batch.size()];
            for (int i = 0; i < codes.length; i++) {
                int code = column.codes()[i];
                codes[i] = code < 0 ? Vector.NO_CODE : to[code];
            }
            return new Vector.Codes(codes, dictionary);
        };
    }

    private static Step length(Step value) {
        TextTable lengths = new TextTable(Texts::length);
        return batch -> {
            Vector.Codes column = Columns.codes(value.of(batch));
            long[] length = lengths.of(column.dictionary());
            long[] wholes = new long[batch.size()];
            for (int i = 0; i < wholes.length; i++) {
                int code = column.codes()[i];
                wholes[i] = code < 0 ? Vector.MISSING : length[code];
            }
            return new Vector.Wholes(wholes);
        };
    }

    private static Step test(Call call, Step value, Function<String, Predicate<String>> test) {
        return new TextTest(value, test.apply(((Value.Text) constant(call, 1)).value()));
    }

    private static Step size(Step set) {
        return batch -> {
            long[] masks = Columns.sets(set.of(batch)).masks();
            long[] sizes = new long[batch.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = masks[i] == Vector.MISSING ? Vector.MISSING : Long.bitCount(masks[i]);
            }
            return new Vector.Wholes(sizes);
        };
    }
}
