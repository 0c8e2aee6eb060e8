package org.yinhang.lake.ingest.mapping;

import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.sql.Sql;
import org.yinhang.lake.yaml.YamlNode;

/**
 * One SQL expression over a source's columns.
 *
 * @param sql the expression
 * @param where file, line and key it was written at
 */
public record Expression(String sql, String where) {

    /**
     * Reads one.
     *
     * @throws FaultException when it is not one whole expression
     */
    static Expression read(YamlNode node) {
        String text = node.text().strip();
        Optional<String> wrong = Sql.notOneExpression(text);
        if (wrong.isPresent()) {
            throw new FaultException(Fault.of(
                    "ING-1001",
                    "This is not one SQL expression: %s.".formatted(wrong.get()),
                    node.where(),
                    "Write an expression over the source's columns, such as trim(name)."));
        }
        return new Expression(text, node.where());
    }

    static Expression constant(YamlNode node) {
        return new Expression(Sql.literal(node.text()), node.where());
    }
}
