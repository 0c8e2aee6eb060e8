package org.yinhang.core.predicate.vector;

import java.util.List;
import org.yinhang.core.predicate.Expression.Call;
import org.yinhang.core.predicate.ScalarFunction;
import org.yinhang.core.predicate.vector.VectorProgram.Step;

/** The smallest or greatest of the values that are not missing. */
final class ExtremeStep implements Step {

    private final boolean whole;
    private final boolean greatest;
    private final List<Step> arguments;

    ExtremeStep(Call call, List<Step> arguments) {
        this.whole = call.type().isWhole();
        this.greatest = call.function() == ScalarFunction.GREATEST;
        this.arguments = arguments;
    }

    @Override
    public Vector of(Batch batch) {
        return whole ? wholes(batch) : reals(batch);
    }

    private Vector wholes(Batch batch) {
        long[] best = Columns.wholes(arguments.getFirst().of(batch)).clone();
        for (Step argument : arguments.subList(1, arguments.size())) {
            long[] values = Columns.wholes(argument.of(batch));
            for (int i = 0; i < batch.size(); i++) {
                boolean better = greatest ? values[i] > best[i] : values[i] < best[i];
                boolean taken = best[i] == Vector.MISSING || (better && values[i] != Vector.MISSING);
                best[i] = taken ? values[i] : best[i];
            }
        }
        return new Vector.Wholes(best);
    }

    private Vector reals(Batch batch) {
        double[] best = Columns.reals(arguments.getFirst().of(batch)).clone();
        for (Step argument : arguments.subList(1, arguments.size())) {
            double[] values = Columns.reals(argument.of(batch));
            for (int i = 0; i < batch.size(); i++) {
                boolean better = greatest ? values[i] > best[i] : values[i] < best[i];
                best[i] = Double.isNaN(best[i]) || better ? values[i] : best[i];
            }
        }
        return new Vector.Reals(best);
    }
}
