package org.yinhang.model.foreign;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.foreign.ForeignFaults;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.RowSource;
import org.yinhang.core.table.Table;

/**
 * An ONNX file scored by ONNX Runtime on one thread, so that equal rows give equal bits. Either every input is a column by its
 * name, or there is one matrix whose columns the file names in its metadata under {@value #FIELDS}, separated by commas. The
 * score is the first floating-point output: its only column, or the second of two, the probability of a classifier's event. A
 * missing number goes in as NaN; where the model wants whole numbers, which have none, its row has no score.
 */
final class OnnxModel implements ForeignModel {

    /** The key of the metadata. */
    static final String FIELDS = "fields";

    private static final int BATCH = 16_384;

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs = new LinkedHashMap<>();
    private final List<String> fields;
    private final boolean isMatrix;
    private final String output;

    private OnnxModel(String name, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.name = name;
        this.environment = environment;
        this.session = session;
        for (NodeInfo input : session.getInputInfo().values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor)) {
                throw ForeignFaults.unreadable("Its input '%s' is not a tensor.".formatted(input.getName()), name);
            }
            inputs.put(input.getName(), tensor);
        }
        String named = session.getMetadata().getCustomMetadata().getOrDefault(FIELDS, "");
        this.isMatrix = inputs.size() == 1 && !named.isEmpty();
        this.fields =
                isMatrix ? Arrays.stream(named.split(",")).map(String::strip).toList() : List.copyOf(inputs.keySet());
        this.output = output(session);
        requireKnownWidths();
    }

    /**
     * Opens a model.
     *
     * @throws FaultException FOR-1001 when it cannot be used, FOR-1003 when ONNX Runtime cannot run here
     */
    static OnnxModel read(byte[] bytes, String name) {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtSession session = environment.createSession(bytes, options);
                try {
                    return new OnnxModel(name, environment, session);
                } catch (FaultException | OrtException e) {
                    session.close();
                    throw e;
                }
            }
        } catch (OrtException e) {
            throw ForeignFaults.unreadable("ONNX Runtime cannot use it: %s.".formatted(e.getMessage()), name);
        } catch (LinkageError e) {
            throw new FaultException(
                    Fault.of(
                            "FOR-1003",
                            "ONNX Runtime cannot be loaded on this machine.",
                            name,
                            "It runs on Linux (x64, aarch64), macOS and Windows; elsewhere give the model as PMML."),
                    e);
        }
    }

    private String output(OrtSession from) throws OrtException {
        return from.getOutputInfo().values().stream()
                .filter(info -> info.getInfo() instanceof TensorInfo tensor
                        && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.DOUBLE))
                .map(NodeInfo::getName)
                .findFirst()
                .orElseThrow(() -> ForeignFaults.unreadable(
                        "It has no floating-point output; a classifier must be exported without ZipMap.", name));
    }

    private void requireKnownWidths() {
        inputs.forEach((input, tensor) -> {
            long[] shape = tensor.getShape();
            long width = shape.length == 2 ? shape[1] : 1;
            int wanted = isMatrix ? fields.size() : 1;
            if (shape.length > 2 || (width > 0 && width != wanted)) {
                throw ForeignFaults.unreadable(
                        "Its input '%s' has %d columns, but the metadata '%s' names %d."
                                .formatted(input, width, FIELDS, isMatrix ? wanted : 0),
                        name);
            }
        });
    }

    @Override
    public double[] scores(Table table) {
        ForeignFaults.requireFields(fields, table, name);
        double[] scores = new double[table.size()];
        try {
            for (int from = 0; from < scores.length; from += BATCH) {
                score(table, from, Math.min(scores.length, from + BATCH), scores);
            }
        } catch (OrtException e) {
            throw ForeignFaults.unreadable("ONNX Runtime stopped: %s.".formatted(e.getMessage()), name);
        }
        return scores;
    }

    private void score(Table table, int from, int to, double[] scores) throws OrtException {
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        boolean[] isUnknown = new boolean[to - from];
        try {
            for (Map.Entry<String, TensorInfo> input : inputs.entrySet()) {
                List<String> columns = isMatrix ? fields : List.of(input.getKey());
                given.put(input.getKey(), tensor(table, columns, input.getValue(), from, to, isUnknown));
            }
            try (OrtSession.Result result = session.run(given)) {
                Object value = result.get(output).orElseThrow().getValue();
                for (int row = from; row < to; row++) {
                    scores[row] = isUnknown[row - from] ? Double.NaN : read(value, row - from);
                }
            }
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(Table table, List<String> columns, TensorInfo info, int from, int to, boolean[] isUnknown)
            throws OrtException {
        int rows = to - from;
        long[] shape = info.getShape().length == 2 ? new long[] {rows, columns.size()} : new long[] {rows};
        if (info.type == OnnxJavaType.STRING) {
            List<Column> texts = columns.stream().map(table::column).toList();
            String[] values = new String[rows * columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = texts.get(i % columns.size()).text(from + i / columns.size());
            }
            return OnnxTensor.createTensor(environment, values, shape);
        }
        List<RowSource.Numbers> numbers =
                columns.stream().map(column -> table.numbers(column)).toList();
        double[] values = new double[rows * columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i % columns.size()).at(from + i / columns.size());
        }
        if (info.type == OnnxJavaType.DOUBLE) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
        }
        if (info.type == OnnxJavaType.FLOAT) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape);
        }
        if (info.type == OnnxJavaType.INT64) {
            long[] whole = new long[values.length];
            for (int i = 0; i < whole.length; i++) {
                isUnknown[i / columns.size()] |= Double.isNaN(values[i]);
                whole[i] = (long) values[i];
            }
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(whole), shape);
        }
        throw ForeignFaults.unreadable("Its inputs are of type %s, which is not supported.".formatted(info.type), name);
    }

    private double read(Object value, int row) {
        return switch (value) {
            case float[] numbers -> numbers[row];
            case double[] numbers -> numbers[row];
            case float[][] numbers when numbers[row].length <= 2 -> numbers[row][numbers[row].length - 1];
            case double[][] numbers when numbers[row].length <= 2 -> numbers[row][numbers[row].length - 1];
            default ->
                throw ForeignFaults.unreadable("Its output '%s' has more than two columns.".formatted(output), name);
        };
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session of ONNX Runtime did not close", e);
        }
    }
}
