package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;

/** Names the ways to divide a node whose linear program mixes what no plan can mix. */
final class Branching {
  static final double CLEAR = 1e-5;
  private final Instance instance;

  /** Fixed fees not counted of a node that needs no dividing, in yuan. */
  private final double tolerance;

  Branching(Instance instance, double tolerance) {
    this.instance = instance;
    this.tolerance = tolerance;
  }

  /** What a division is about. */
  enum Kind {
    OPENNESS,
    LAST_DATE,
    STOPPING,
    COUNT,
    FIXED_FEE
  }

  /**
   * One way to divide a node.
   *
   * @param weight how much of the mixture it upsets, to compare divisions of one kind
   * @param children two, or one where the other is empty; always in the same order for a kind
   * @param likelier which of them keeps more of the mixture
   */
  record Division(Kind kind, int bill, double weight, List<Node> children, int likelier) {}

  /**
   * The ways to divide a node.
   *
   * @param plan whether the mixture can be paid as it is, its uncounted fixed fees aside
   */
  record Divisions(List<Division> all, boolean plan) {}

  Divisions divisions(Node node, Mixture[] mixtures) {
    List<Division> all = new ArrayList<>();
    for (int bill = 0; bill < instance.bills; bill++) {
      byOpenness(node, bill, mixtures[bill], all);
    }
    for (int bill = 0; bill < instance.bills; bill++) {
      byLastDate(node, bill, mixtures[bill], all);
      byStopping(node, bill, mixtures[bill], all);
      byCount(node, bill, mixtures[bill], all);
    }
    boolean plan = all.isEmpty();
    byFixedFee(node, mixtures, all);
    return new Divisions(all, plan);
  }

  private void byOpenness(Node node, int bill, Mixture mixture, List<Division> all) {
    double share = mixture.openShare();
    double balance = Math.min(share, 1 - share);
    if (balance > CLEAR) {
      Node settled = node.child();
      settled.change(bill).mayStayOpen = false;
      Node open = node.child();
      open.change(bill).forbidBetween(0, instance.dates);
      double weight = balance * instance.principal[bill];
      int likelier = share > 0.5 ? 1 : 0;
      all.add(new Division(Kind.OPENNESS, bill, weight, List.of(settled, open), likelier));
    }
  }

  private void byLastDate(Node node, int bill, Mixture mixture, List<Division> all) {
    double[] share = mixture.shareOfLast(instance.dates);
    int until = -1;
    double best = CLEAR;
    double sum = 0;
    double before = 0;
    for (int last = 0; last < instance.dates - 1; last++) {
      sum += share[last];
      double balance = Math.min(sum, 1 - mixture.openShare() - sum);
      if (balance > best) {
        best = balance;
        until = last;
        before = sum;
      }
    }
    if (until >= 0) {
      Node earlier = node.child();
      earlier.change(bill).forbidBetween(until + 1, instance.dates);
      Node later = node.child();
      later.change(bill).forbidBetween(0, until + 1);
      double weight = best * instance.principal[bill];
      int likelier = before > 0.5 ? 0 : 1;
      all.add(new Division(Kind.LAST_DATE, bill, weight, List.of(earlier, later), likelier));
    }
  }

  private void byStopping(Node node, int bill, Mixture mixture, List<Division> all) {
    double share = mixture.stoppedShare();
    double balance = Math.min(share, 1 - mixture.openShare() - share);
    if (balance > CLEAR) {
      Node stopped = node.child();
      Node growing = node.child();
      BillState stop = stopped.change(bill);
      BillState grow = growing.change(bill);
      for (int last = 0; last < instance.dates; last++) {
        stop.forbid(last, false);
        grow.forbid(last, true);
      }
      double weight = balance * instance.principal[bill];
      int likelier = share > 0.5 ? 0 : 1;
      all.add(new Division(Kind.STOPPING, bill, weight, List.of(stopped, growing), likelier));
    }
  }

  private void byCount(Node node, int bill, Mixture mixture, List<Division> all) {
    if (instance.mostPayments[bill] < instance.slots) {
      new CountDivision(instance, node, bill, mixture).divide().ifPresent(all::add);
    }
  }

  /** Whether a payment goes through a slot; one of a fen may be lost in the mixture. */
  static boolean used(double amount, double counted) {
    return amount > CLEAR || counted > CLEAR;
  }

  /** The node with every payment of the mixture counted whole and no other allowed. */
  Node freeze(Node node, Mixture[] mixtures) {
    Node frozen = node.child();
    for (int bill = 0; bill < instance.bills; bill++) {
      double[] amounts = mixtures[bill].amounts(instance.slots);
      double[] counted = mixtures[bill].counted(instance.slots);
      BillState state = frozen.change(bill);
      for (int slot = 0; slot < instance.slots; slot++) {
        if (state.slots[slot] != BillState.FREE) {
          continue;
        }
        if (used(amounts[slot], counted[slot])) {
          state.payFor(instance, slot);
        } else {
          state.close(slot);
        }
      }
    }
    return frozen;
  }

  /** The fixed fee that is counted least is counted whole, or its slot is closed. */
  private void byFixedFee(Node node, Mixture[] mixtures, List<Division> all) {
    double uncounted = 0;
    List<Division> found = new ArrayList<>();
    for (int bill = 0; bill < instance.bills; bill++) {
      double[] amounts = mixtures[bill].amounts(instance.slots);
      double[] counted = mixtures[bill].counted(instance.slots);
      double largest = 0;
      int chosen = -1;
      for (int slot = 0; slot < instance.slots; slot++) {
        double fee = instance.fixedFee[instance.methodOf(slot)];
        if (amounts[slot] > CLEAR && fee > 0) {
          double gap = fee * (1 - counted[slot]);
          uncounted += gap;
          if (gap > largest && node.states[bill].slots[slot] == BillState.FREE) {
            largest = gap;
            chosen = slot;
          }
        }
      }
      if (chosen >= 0) {
        found.add(bySlot(node, bill, chosen, largest));
      }
    }
    if (uncounted > tolerance) {
      all.addAll(found);
    }
  }

  private Division bySlot(Node node, int bill, int slot, double weight) {
    Node closed = node.child();
    closed.change(bill).close(slot);
    Node paidFor = node.child();
    paidFor.change(bill).payFor(instance, slot);
    return new Division(Kind.FIXED_FEE, bill, weight, List.of(closed, paidFor), 0);
  }
}
