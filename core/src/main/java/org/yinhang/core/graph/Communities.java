package org.yinhang.core.graph;

import java.util.Arrays;

/**
 * Groups of nodes that are tied closer among themselves than to others, by label propagation (Raghavan, Albert and
 * Kumara, "Near linear time algorithm to detect community structures", Phys. Rev. E 76, 2007). Nodes take turns in the
 * order of their numbers and of equally strong labels the smallest wins, so the result repeats.
 */
public final class Communities {

    private static final int MOST_ROUNDS = 30;

    private Communities() {}

    /** The community of each node, named by the smallest number in it; -1 for a node without ties. */
    public static int[] of(Graph graph) {
        int nodes = graph.nodes();
        int[] labels = new int[nodes];
        Arrays.setAll(labels, node -> node);
        double[] strength = new double[nodes];
        boolean changed = true;
        for (int round = 0; round < MOST_ROUNDS && changed; round++) {
            changed = false;
            for (int node = 0; node < nodes; node++) {
                int label = strongest(graph, node, labels, strength);
                changed |= label != labels[node];
                labels[node] = label;
            }
        }
        return named(graph, labels);
    }

    private static int strongest(Graph graph, int node, int[] labels, double[] strength) {
        int degree = graph.degree(node);
        for (int i = 0; i < degree; i++) {
            strength[labels[graph.other(node, i)]] += graph.weight(node, i);
        }
        int best = labels[node];
        for (int i = 0; i < degree; i++) {
            int label = labels[graph.other(node, i)];
            boolean better = strength[label] > strength[best] || (strength[label] == strength[best] && label < best);
            best = better ? label : best;
        }
        for (int i = 0; i < degree; i++) {
            strength[labels[graph.other(node, i)]] = 0;
        }
        return best;
    }

    private static int[] named(Graph graph, int[] labels) {
        int[] smallest = new int[labels.length];
        Arrays.fill(smallest, -1);
        for (int node = 0; node < labels.length; node++) {
            if (smallest[labels[node]] < 0) {
                smallest[labels[node]] = node;
            }
        }
        int[] names = new int[labels.length];
        for (int node = 0; node < labels.length; node++) {
            names[node] = graph.degree(node) > 0 ? smallest[labels[node]] : -1;
        }
        return names;
    }
}
