package org.feewise.models.risk.trees;

import java.util.Arrays;

/** Growing arrays into which trees are flattened. */
final class TreeAssembly {
  private int[] roots = new int[64];
  private int[] feature = new int[1024];
  private double[] threshold = new double[1024];
  private int[] otherwise = new int[1024];
  private double[] cover = new double[1024];
  private int trees;
  private int nodes;

  void beginTree() {
    if (trees == roots.length) {
      roots = Arrays.copyOf(roots, trees * 2);
    }
    roots[trees++] = nodes;
  }

  int add(int splitFeature, double value, double rows) {
    if (nodes == feature.length) {
      int room = nodes * 2;
      feature = Arrays.copyOf(feature, room);
      threshold = Arrays.copyOf(threshold, room);
      otherwise = Arrays.copyOf(otherwise, room);
      cover = Arrays.copyOf(cover, room);
    }
    feature[nodes] = splitFeature;
    threshold[nodes] = value;
    cover[nodes] = rows;
    return nodes++;
  }

  void otherwiseIsNext(int node) {
    otherwise[node] = nodes;
  }

  void append(CompiledTrees member, double weight) {
    int offset = nodes;
    for (int node = 0; node < member.feature().length; node++) {
      boolean leaf = member.isLeaf(node);
      double value = member.threshold()[node];
      int at = add(member.feature()[node], leaf ? weight * value : value, member.cover()[node]);
      otherwise[at] = leaf ? 0 : member.otherwise()[node] + offset;
    }
    for (int root : member.roots()) {
      beginTree();
      roots[trees - 1] = root + offset;
    }
  }

  CompiledTrees finish(double base) {
    return new CompiledTrees(
        base,
        Arrays.copyOf(roots, trees),
        Arrays.copyOf(feature, nodes),
        Arrays.copyOf(threshold, nodes),
        Arrays.copyOf(otherwise, nodes),
        Arrays.copyOf(cover, nodes));
  }
}
