package org.yinhang.core.graph;

import java.util.Arrays;

/** Customers and the weighted, mutual ties between them, as adjacency in one array. Immutable. */
public final class Graph {

    private final int[] begins;
    private final int[] others;
    private final float[] weights;

    private Graph(int[] begins, int[] others, float[] weights) {
        this.begins = begins;
        this.others = others;
        this.weights = weights;
    }

    /** Collects ties. One thread at a time. */
    public static final class Builder {

        private final int nodes;
        private int[] from = new int[1_024];
        private int[] to = new int[1_024];
        private float[] weight = new float[1_024];
        private int count;

        /** @param nodes nodes are numbered from 0 to one less */
        public Builder(int nodes) {
            this.nodes = nodes;
        }

        /**
         * Adds a tie; one from a node to itself, or to what is no node, is left out. Ties of the same two add up.
         *
         * @param strength above 0
         */
        public void tie(int one, int other, float strength) {
            if (one == other || outside(one) || outside(other) || !(strength > 0)) {
                return;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                weight = Arrays.copyOf(weight, count * 2);
            }
            from[count] = one;
            to[count] = other;
            weight[count++] = strength;
        }

        private boolean outside(int node) {
            return node < 0 || node >= nodes;
        }

        /** The graph of all ties added, each seen from both its ends, in the order they were added. */
        public Graph build() {
            int[] begins = new int[nodes + 1];
            for (int i = 0; i < count; i++) {
                begins[from[i] + 1]++;
                begins[to[i] + 1]++;
            }
            for (int node = 0; node < nodes; node++) {
                begins[node + 1] += begins[node];
            }
            int[] next = Arrays.copyOf(begins, nodes);
            int[] others = new int[2 * count];
            float[] weights = new float[2 * count];
            for (int i = 0; i < count; i++) {
                others[next[from[i]]] = to[i];
                weights[next[from[i]]++] = weight[i];
                others[next[to[i]]] = from[i];
                weights[next[to[i]]++] = weight[i];
            }
            return new Graph(begins, others, weights);
        }
    }

    /** How many nodes, those without ties among them. */
    public int nodes() {
        return begins.length - 1;
    }

    /** How many ties end at a node. */
    public int degree(int node) {
        return begins[node + 1] - begins[node];
    }

    /** The node at the other end of a node's i-th tie. */
    int other(int node, int i) {
        return others[begins[node] + i];
    }

    /** The weight of a node's i-th tie. */
    float weight(int node, int i) {
        return weights[begins[node] + i];
    }
}
