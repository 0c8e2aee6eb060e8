package org.yinhang.core.predicate.vector;

import org.yinhang.core.predicate.ArithmeticOperator;
import org.yinhang.core.predicate.Expression.Arithmetic;
import org.yinhang.core.predicate.Numbers;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** Arithmetic of columns. */
final class ArithmeticSteps {

    private ArithmeticSteps() {}

    static Step of(Arithmetic a, Step left, Step right) {
        return switch (a.operator()) {
            case PLUS, MINUS -> {
                long sign = a.operator() == ArithmeticOperator.PLUS ? 1 : -1;
                yield a.type().isWhole() ? wholeSum(left, right, sign) : realSum(left, right, sign);
            }
            case TIMES -> product(a, left, right);
            case DIVIDED_BY -> quotient(a.type(), left, right);
        };
    }

    static Step widened(Step whole) {
        return batch -> new Vector.Reals(Columns.asReals(whole.of(batch), batch.size()));
    }

    private static Step wholeSum(Step left, Step right, long sign) {
        return batch -> {
            long[] a = Columns.wholes(left.of(batch));
            long[] b = Columns.wholes(right.of(batch));
            long[] sums = new long[batch.size()];
            for (int i = 0; i < sums.length; i++) {
                boolean missing = a[i] == Vector.MISSING || b[i] == Vector.MISSING;
                sums[i] = missing ? Vector.MISSING : a[i] + sign * b[i];
            }
            return new Vector.Wholes(sums);
        };
    }

    private static Step realSum(Step left, Step right, long sign) {
        return batch -> {
            double[] a = Columns.asReals(left.of(batch), batch.size());
            double[] b = Columns.asReals(right.of(batch), batch.size());
            double[] sums = new double[batch.size()];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = a[i] + sign * b[i];
            }
            return new Vector.Reals(sums);
        };
    }

    private static Step product(Arithmetic arithmetic, Step left, Step right) {
        ValueType leftType = arithmetic.left().type();
        ValueType rightType = arithmetic.right().type();
        return batch -> {
            double[] a = Columns.asReals(left.of(batch), batch.size());
            double[] b = Columns.asReals(right.of(batch), batch.size());
            double[] products = new double[batch.size()];
            for (int i = 0; i < products.length; i++) {
                products[i] = Numbers.product(a[i], leftType, b[i], rightType);
            }
            return rounded(arithmetic.type(), products);
        };
    }

    private static Step quotient(ValueType type, Step left, Step right) {
        return batch -> {
            double[] a = Columns.asReals(left.of(batch), batch.size());
            double[] b = Columns.asReals(right.of(batch), batch.size());
            double[] quotients = new double[batch.size()];
            for (int i = 0; i < quotients.length; i++) {
                quotients[i] = Numbers.quotient(a[i], b[i]);
            }
            return rounded(type, quotients);
        };
    }

    private static Vector rounded(ValueType type, double[] reals) {
        if (!type.isWhole()) {
            return new Vector.Reals(reals);
        }
        long[] wholes = new long[reals.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = Numbers.rounded(reals[i], Vector.MISSING);
        }
        return new Vector.Wholes(wholes);
    }
}
