package org.feewise.models.plans.search;

import java.util.List;

/** Divides a node whose linear program mixes ways of paying that no plan can mix. */
final class Branching {
  private static final double CLEAR = 1e-5;
  private final Instance instance;

  /** Fixed fees not counted of a node that needs no dividing, in yuan. */
  private final double tolerance;

  Branching(Instance instance, double tolerance) {
    this.instance = instance;
    this.tolerance = tolerance;
  }

  /**
   * @param children empty when the mixture is a plan; the likelier one first
   * @param plan whether the mixture can be paid as it is, its uncounted fixed fees aside
   */
  record Division(List<Node> children, boolean plan) {}

  Division divide(Node node, Mixture[] mixtures) {
    List<Node> children = byOpenness(node, mixtures);
    if (children.isEmpty()) {
      children = byLastDate(node, mixtures);
    }
    if (children.isEmpty()) {
      children = byStopping(node, mixtures);
    }
    if (children.isEmpty()) {
      children = byCount(node, mixtures);
    }
    if (!children.isEmpty()) {
      return new Division(children, false);
    }
    return new Division(byFixedFee(node, mixtures), true);
  }

  private List<Node> byOpenness(Node node, Mixture[] mixtures) {
    int chosen = -1;
    double best = CLEAR;
    for (int bill = 0; bill < instance.bills; bill++) {
      double share = mixtures[bill].openShare();
      double score = Math.min(share, 1 - share) * instance.principal[bill];
      if (Math.min(share, 1 - share) > CLEAR && score > best) {
        best = score;
        chosen = bill;
      }
    }
    if (chosen < 0) {
      return List.of();
    }
    Node settled = node.child();
    settled.change(chosen).mayStayOpen = false;
    Node open = node.child();
    BillState state = open.change(chosen);
    state.forbidBetween(0, instance.dates);
    return List.of(settled, open);
  }

  private List<Node> byLastDate(Node node, Mixture[] mixtures) {
    int chosen = -1;
    int until = -1;
    double best = 0;
    for (int bill = 0; bill < instance.bills; bill++) {
      double[] share = mixtures[bill].shareOfLast(instance.dates);
      double sum = 0;
      for (int last = 0; last < instance.dates - 1; last++) {
        sum += share[last];
        double balance = Math.min(sum, 1 - sum);
        if (balance > CLEAR && balance * instance.principal[bill] > best) {
          best = balance * instance.principal[bill];
          chosen = bill;
          until = last;
        }
      }
    }
    if (chosen < 0) {
      return List.of();
    }
    Node earlier = node.child();
    earlier.change(chosen).forbidBetween(until + 1, instance.dates);
    Node later = node.child();
    later.change(chosen).forbidBetween(0, until + 1);
    double share = 0;
    double[] shares = mixtures[chosen].shareOfLast(instance.dates);
    for (int last = 0; last <= until; last++) {
      share += shares[last];
    }
    return share > 0.5 ? List.of(earlier, later) : List.of(later, earlier);
  }

  private List<Node> byStopping(Node node, Mixture[] mixtures) {
    for (int bill = 0; bill < instance.bills; bill++) {
      double share = mixtures[bill].stoppedShare();
      if (Math.min(share, 1 - share) > CLEAR) {
        Node stopped = node.child();
        Node growing = node.child();
        BillState stop = stopped.change(bill);
        BillState grow = growing.change(bill);
        for (int last = 0; last < instance.dates; last++) {
          stop.forbid(last, false);
          grow.forbid(last, true);
        }
        return List.of(stopped, growing);
      }
    }
    return List.of();
  }

  private List<Node> byCount(Node node, Mixture[] mixtures) {
    for (int bill = 0; bill < instance.bills; bill++) {
      double[] amounts = mixtures[bill].amounts(instance.slots);
      double[] counted = mixtures[bill].counted(instance.slots);
      int payments = 0;
      int smallest = -1;
      for (int slot = 0; slot < instance.slots; slot++) {
        if (used(amounts[slot], counted[slot])) {
          payments++;
          boolean free = node.states[bill].slots[slot] == BillState.FREE;
          if (free && (smallest < 0 || amounts[slot] < amounts[smallest])) {
            smallest = slot;
          }
        }
      }
      if (payments > instance.mostPayments[bill] && smallest >= 0) {
        return bySlot(node, bill, smallest);
      }
    }
    return List.of();
  }

  /** Whether a payment goes through a slot; one of a fen may be lost in the mixture. */
  private static boolean used(double amount, double counted) {
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

  private List<Node> bySlot(Node node, int bill, int slot) {
    Node closed = node.child();
    closed.change(bill).close(slot);
    Node paidFor = node.child();
    paidFor.change(bill).payFor(instance, slot);
    return List.of(closed, paidFor);
  }

  private List<Node> byFixedFee(Node node, Mixture[] mixtures) {
    double uncounted = 0;
    double largest = 0;
    int chosenBill = -1;
    int chosenSlot = -1;
    for (int bill = 0; bill < instance.bills; bill++) {
      double[] amounts = mixtures[bill].amounts(instance.slots);
      double[] counted = mixtures[bill].counted(instance.slots);
      for (int slot = 0; slot < instance.slots; slot++) {
        double fee = instance.fixedFee[instance.methodOf(slot)];
        if (amounts[slot] > CLEAR && fee > 0) {
          double gap = fee * (1 - counted[slot]);
          uncounted += gap;
          if (gap > largest && node.states[bill].slots[slot] == BillState.FREE) {
            largest = gap;
            chosenBill = bill;
            chosenSlot = slot;
          }
        }
      }
    }
    return uncounted <= tolerance || chosenBill < 0
        ? List.of()
        : bySlot(node, chosenBill, chosenSlot);
  }
}
