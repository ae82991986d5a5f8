package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feewise.models.plans.search.BillState.Cap;
import org.feewise.models.plans.search.Branching.Division;
import org.feewise.models.plans.search.Branching.Kind;

/**
 * Divides a node where a bill's mixture makes more payments than a range of slots may carry: a
 * range that carries so many either carries few of them before a point or few from there on.
 */
final class CountDivision {
  private final Instance instance;
  private final Node node;
  private final int bill;
  private final int[] used;
  private final double[] amounts;
  private int count;

  CountDivision(Instance instance, Node node, int bill, Mixture mixture) {
    this.instance = instance;
    this.node = node;
    this.bill = bill;
    used = new int[instance.slots];
    amounts = mixture.amounts(instance.slots);
    double[] counted = mixture.counted(instance.slots);
    for (int slot = 0; slot < instance.slots; slot++) {
      if (Branching.used(amounts[slot], counted[slot])) {
        used[count++] = slot;
      }
    }
  }

  /** Nothing when no range carries too many. */
  Optional<Division> divide() {
    List<Cap> caps = new ArrayList<>();
    caps.add(new Cap(0, instance.slots, instance.mostPayments[bill]));
    caps.addAll(node.states[bill].caps());
    for (Cap cap : caps.reversed()) {
      int begin = 0;
      while (begin < count && used[begin] < cap.from()) {
        begin++;
      }
      int end = begin;
      while (end < count && used[end] < cap.to()) {
        end++;
      }
      if (end - begin > cap.most()) {
        return divide(cap, begin, end);
      }
    }
    return Optional.empty();
  }

  private Optional<Division> divide(Cap cap, int begin, int end) {
    int last = instance.slot(instance.dateOf(used[count - 1]), 0);
    int split = begin + 1;
    double best = -1;
    for (int at = begin + 1; at < end; at++) {
      double balance = Math.min(early(begin, at, last), early(at, end, last));
      if (balance > best) {
        best = balance;
        split = at;
      }
    }
    int fewest = Math.max(0, cap.most() - (end - split));
    int most = Math.min(split - begin - 1, cap.most() - 1);
    int before = (fewest + most) / 2;
    List<Node> children = new ArrayList<>();
    addChild(children, new Cap(cap.from(), used[split], before));
    addChild(children, new Cap(used[split], cap.to(), cap.most() - before - 1));
    if (children.isEmpty()) {
      return Optional.empty();
    }
    boolean leftIsLess = early(begin, split, last) <= early(split, end, last);
    int likelier = leftIsLess || children.size() == 1 ? 0 : 1;
    return Optional.of(new Division(Kind.COUNT, bill, Math.max(best, 0.01), children, likelier));
  }

  private double early(int from, int to, int last) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += used[i] < last ? amounts[used[i]] : 0;
    }
    return sum;
  }

  private void addChild(List<Node> children, Cap cap) {
    Node child = node.child();
    if (child.change(bill).limit(cap)) {
      children.add(child);
    }
  }
}
