package org.yinhang.model.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a logistic regression as an ONNX file, which is a protocol buffer (onnx.proto3): {@code Sigmoid(X · W + b)} over one
 * matrix of floats.
 */
final class OnnxFile {

    private static final int FLOAT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxFile() {}

    static byte[] logistic(String fields, float intercept, float... weights) {
        OnnxFile graph = new OnnxFile();
        graph.message(1, node("MatMul", "sums", "X", "W"));
        graph.message(1, node("Add", "logodds", "sums", "b"));
        graph.message(1, node("Sigmoid", "probability", "logodds"));
        graph.text(2, "logistic");
        graph.message(5, tensor("W", new long[] {weights.length, 1}, weights));
        graph.message(5, tensor("b", new long[] {1}, intercept));
        graph.message(11, value("X", weights.length));
        graph.message(12, value("probability", 1));
        OnnxFile operators = new OnnxFile();
        operators.text(1, "");
        operators.number(2, 13);
        OnnxFile model = new OnnxFile();
        model.number(1, 8);
        model.message(7, graph);
        model.message(8, operators);
        if (!fields.isEmpty()) {
            OnnxFile entry = new OnnxFile();
            entry.text(1, "fields");
            entry.text(2, fields);
            model.message(14, entry);
        }
        return model.bytes.toByteArray();
    }

    private static OnnxFile node(String operator, String output, String... inputs) {
        OnnxFile node = new OnnxFile();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output);
        node.text(4, operator);
        return node;
    }

    private static OnnxFile tensor(String name, long[] shape, float... values) {
        OnnxFile tensor = new OnnxFile();
        for (long size : shape) {
            tensor.number(1, size);
        }
        tensor.number(2, FLOAT);
        tensor.text(8, name);
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        tensor.bytes(9, raw.array());
        return tensor;
    }

    /** A matrix of any number of rows. */
    private static OnnxFile value(String name, int columns) {
        OnnxFile rows = new OnnxFile();
        rows.text(2, "rows");
        OnnxFile width = new OnnxFile();
        width.number(1, columns);
        OnnxFile shape = new OnnxFile();
        shape.message(1, rows);
        shape.message(1, width);
        OnnxFile tensor = new OnnxFile();
        tensor.number(1, FLOAT);
        tensor.message(2, shape);
        OnnxFile type = new OnnxFile();
        type.message(1, tensor);
        OnnxFile value = new OnnxFile();
        value.text(1, name);
        value.message(2, type);
        return value;
    }

    private void message(int field, OnnxFile content) {
        bytes(field, content.bytes.toByteArray());
    }

    private void text(int field, String content) {
        bytes(field, content.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(int field, byte[] content) {
        varint(((long) field << 3) | 2);
        varint(content.length);
        bytes.writeBytes(content);
    }

    private void number(int field, long value) {
        varint((long) field << 3);
        varint(value);
    }

    private void varint(long value) {
        long rest = value;
        while (rest >= 128) {
            bytes.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
