package org.yinhang.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.Limit;

/** A linear solver of OR-Tools on the relaxation of a contact plan. */
enum LinearPeer {
    PDLP("""
            num_threads: 2
            termination_criteria { simple_optimality_criteria { eps_optimal_relative: %s eps_optimal_absolute: 0 } }
            """.formatted(PlanBench.TOLERANCE)),
    GLOP("");

    private final String parameters;

    LinearPeer(String parameters) {
        this.parameters = parameters;
    }

    /** Solves the problem; building it for the solver is not timed. */
    Figures figures(ContactOptions problem) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver(name());
        MPVariable[] variables = variables(problem, solver);
        solver.setSolverSpecificParametersAsString(parameters);
        Machine.resetPeak();
        long start = System.nanoTime();
        MPSolver.ResultStatus status = solver.solve();
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seconds", BenchReport.rounded(seconds));
        Machine.peakMiB().ifPresent(peak -> values.put("peakMiB", peak));
        values.put("value", Math.round(feasible(problem, variables) / 100));
        String name = "ortools-" + name().toLowerCase(Locale.ROOT);
        solver.delete();
        return new Figures(status == MPSolver.ResultStatus.OPTIMAL ? name : name + "-" + status, values);
    }

    private static MPVariable[] variables(ContactOptions problem, MPSolver solver) {
        List<Limit> limits = problem.limits();
        MPConstraint[] shared = new MPConstraint[limits.size()];
        for (int r = 0; r < shared.length; r++) {
            double amount = limits.get(r).amount();
            shared[r] = limits.get(r).kind() == Limit.Kind.AT_MOST
                    ? solver.makeConstraint(Double.NEGATIVE_INFINITY, amount)
                    : solver.makeConstraint(amount, Double.POSITIVE_INFINITY);
        }
        MPObjective objective = solver.objective();
        objective.setMaximization();
        MPVariable[] variables = new MPVariable[problem.options()];
        double[] drawn = new double[shared.length];
        for (int c = 0; c < problem.customers(); c++) {
            MPConstraint once = solver.makeConstraint(Double.NEGATIVE_INFINITY, problem.perCustomer());
            for (int o = problem.firstOption(c); o < problem.firstOption(c + 1); o++) {
                variables[o] = solver.makeNumVar(0, 1, "");
                objective.setCoefficient(variables[o], problem.value(o));
                once.setCoefficient(variables[o], 1);
                Arrays.fill(drawn, 0);
                problem.draw(o, 1, drawn);
                for (int r = 0; r < shared.length; r++) {
                    if (drawn[r] != 0) {
                        shared[r].setCoefficient(variables[o], drawn[r]);
                    }
                }
            }
        }
        return variables;
    }

    /** What the answer brings once each customer's shares and then all shares are shrunk until they keep what must not be exceeded. */
    private static double feasible(ContactOptions problem, MPVariable[] variables) {
        double value = 0;
        double[] drawn = new double[problem.limits().size()];
        for (int c = 0; c < problem.customers(); c++) {
            double sum = 0;
            for (int o = problem.firstOption(c); o < problem.firstOption(c + 1); o++) {
                sum += Math.max(0, variables[o].solutionValue());
            }
            double shrink = sum > problem.perCustomer() ? problem.perCustomer() / sum : 1;
            for (int o = problem.firstOption(c); o < problem.firstOption(c + 1); o++) {
                double share = shrink * Math.max(0, variables[o].solutionValue());
                value += share * problem.value(o);
                problem.draw(o, share, drawn);
            }
        }
        double shrink = 1;
        for (int r = 0; r < drawn.length; r++) {
            Limit limit = problem.limits().get(r);
            if (limit.kind() == Limit.Kind.AT_MOST && drawn[r] > limit.amount()) {
                shrink = Math.min(shrink, limit.amount() / drawn[r]);
            }
        }
        return value * shrink;
    }
}
