package org.yinhang.core.graph;

import java.util.BitSet;

/**
 * Of whom around a node something is true. Those around it are told apart: who is tied twice counts once. One thread at a
 * time.
 */
public final class Surroundings {

    private final Graph graph;
    private final BitSet marked;
    private final int[] seen;
    private int look;

    /** @param marked the nodes of whom it is true; shared, and not changed */
    public Surroundings(Graph graph, BitSet marked) {
        this.graph = graph;
        this.marked = marked;
        this.seen = new int[graph.nodes()];
    }

    /** How many of those a node is tied to are marked. */
    public int ties(int node) {
        begin(node);
        return direct(node);
    }

    /** How many marked ones a node can be led to: those it is tied to, and those these are tied to. */
    public int chain(int node) {
        begin(node);
        int found = direct(node);
        for (int i = 0; i < graph.degree(node); i++) {
            found += direct(graph.other(node, i));
        }
        return found;
    }

    /** The share of a node's ties, by weight, that end at marked ones; NaN for a node without ties. */
    public double share(int node) {
        double all = 0;
        double ending = 0;
        for (int i = 0; i < graph.degree(node); i++) {
            all += graph.weight(node, i);
            ending += marked.get(graph.other(node, i)) ? graph.weight(node, i) : 0;
        }
        return ending / all;
    }

    private void begin(int node) {
        look++;
        seen[node] = look;
    }

    /** The marked ones tied to a node that were not seen in this look. */
    private int direct(int node) {
        int found = 0;
        for (int i = 0; i < graph.degree(node); i++) {
            int other = graph.other(node, i);
            if (seen[other] != look) {
                seen[other] = look;
                found += marked.get(other) ? 1 : 0;
            }
        }
        return found;
    }
}
