package org.feewise.models.plans.search;

/**
 * A part of the search space: what every bill may still do, and a bound on the cost of it.
 *
 * <p>States are shared between nodes until one of them changes its own.
 */
final class Node implements Comparable<Node> {
  final BillState[] states;
  double bound;

  private Node(BillState[] states, double bound) {
    this.states = states;
    this.bound = bound;
  }

  static Node root(Instance instance) {
    BillState[] states = new BillState[instance.bills];
    for (int bill = 0; bill < instance.bills; bill++) {
      states[bill] = BillState.initial(instance, bill);
    }
    return new Node(states, Double.NEGATIVE_INFINITY);
  }

  Node child() {
    return new Node(states.clone(), bound);
  }

  /** The state of a bill for changing, no longer shared. */
  BillState change(int bill) {
    states[bill] = states[bill].copy();
    return states[bill];
  }

  @Override
  public int compareTo(Node other) {
    return Double.compare(bound, other.bound);
  }
}
