package org.yinhang.product;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.tag.TagRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Assesses one customer, of the tags in force or as described. */
@Command(
        name = "assess",
        description = "What the policies say of a customer: eligible or every reason why not, price, limit, cost.",
        mixinStandardHelpOptions = true)
final class PolicyAssessCommand implements Callable<Integer> {

    @Mixin
    private PolicySource source = new PolicySource();

    @Option(names = "--product", paramLabel = "CODE", description = "Only this product (default: all that lend).")
    private @Nullable String product;

    @Option(names = "--customer", paramLabel = "NUMBER", description = "A customer of the tags in force.")
    private @Nullable Integer customer;

    @Option(
            names = "--given",
            paramLabel = "FIELD=VALUE",
            description = "Something known of the customer, instead of what the tags say; may be repeated.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--neutral", description = "As for somebody who refused profiling.")
    private boolean isNeutral;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        GivenFacts described = GivenFacts.read(given, source.catalogue());
        if (customer == null) {
            tell(described, source.day());
            return 0;
        }
        TagRuns runs = source.tags().runs();
        long run = runs.current()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "PRD-4003", "The tags have never been computed.", "", "Run 'yinhang tags run' first.")));
        try (Index index = Index.open(runs.index(run))) {
            if (customer < 0 || customer >= index.customers()) {
                throw new FaultException(Fault.of(
                        "PRD-4004",
                        "There is no customer %d.".formatted(customer),
                        "--customer",
                        "Expected 0 to %,d.".formatted(index.customers() - 1)));
            }
            SnapshotFacts facts = SnapshotFacts.of(index, customer);
            described.values().forEach(facts::assuming);
            tell(facts, source.day(index.subject().asOf()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void tell(Facts facts, LocalDate day) {
        Offers offers = source.offers();
        List<String> products = product == null ? List.copyOf(offers.products(day)) : List.of(product);
        List<Assessment> assessments = offers.assess(products, facts, day, isNeutral);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(AssessmentText.json(assessments));
        } else {
            assessments.forEach(assessment -> out.print(AssessmentText.of(
                    offers.book().product(assessment.product(), day).orElseThrow(), assessment)));
        }
        out.flush();
    }
}
