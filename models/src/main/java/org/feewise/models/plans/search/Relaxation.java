package org.feewise.models.plans.search;

import java.util.ArrayList;
import java.util.List;
import org.feewise.models.plans.search.Pricing.BillOffers;

/**
 * Bounds a node by column generation: bills are tied together only by money and daily limits, whose
 * prices the linear program finds and the pricing of single bills answers.
 *
 * <p>Dantzig and Wolfe, "Decomposition Principle for Linear Programs", Operations Research 8
 * (1960); the bound at unfinished prices is Lagrange's.
 */
final class Relaxation {
  private static final double CLOSE = 1e-4;
  private static final int MOST_COLUMNS = 1000;

  private final Instance instance;
  private final Rows rows;
  private final Pricing pricing;
  private Master master;
  private double[][] growing;
  private double[][] stopped;
  int rounds;

  /** What bounding a node came to. */
  enum Verdict {
    SOLVED,
    BEYOND_CUTOFF,
    IMPOSSIBLE,
    OUT_OF_TIME
  }

  /**
   * @param margin yuan kept back from every limit, so that whole fen fit
   */
  Relaxation(Instance instance, double margin) {
    this.instance = instance;
    rows = new Rows(instance, margin);
    pricing = new Pricing(instance);
    growing = new double[instance.bills][];
    stopped = new double[instance.bills][];
    master = new Master(instance, rows, penalty());
  }

  private double penalty() {
    double largest = 1;
    for (double principal : instance.principal) {
      largest = Math.max(largest, principal);
    }
    return 10 * instance.openWeight * largest;
  }

  /** Raises the node's bound and drops last dates that cannot lead below the cutoff. */
  Verdict solve(Node node, double cutoff, Deadline deadline) {
    List<Column> active = activate(node);
    while (true) {
      rounds++;
      if (!master.optimise(active, deadline)) {
        return Verdict.OUT_OF_TIME;
      }
      Prices prices = new Prices(instance, rows, master.duals());
      double bound = rows.valueOfLimits(master.duals());
      List<Column> found = new ArrayList<>();
      for (int bill = 0; bill < instance.bills; bill++) {
        BillOffers offers = pricing.offers(bill, node.states[bill], prices, master.negligible());
        bound += leastCost(bill, node.states[bill], offers, prices);
        growing[bill] = offers.growing.clone();
        stopped[bill] = offers.stopped.clone();
        found.addAll(offers.improving());
      }
      node.bound = Math.max(node.bound, bound);
      if (node.bound >= cutoff) {
        return Verdict.BEYOND_CUTOFF;
      }
      dropHopeless(node, bound, cutoff);
      if (found.isEmpty() || master.objective() - bound < CLOSE + master.negligible()) {
        return impossible() ? Verdict.IMPOSSIBLE : Verdict.SOLVED;
      }
      if (deadline.passed()) {
        return Verdict.OUT_OF_TIME;
      }
      for (Column column : found) {
        master.add(column);
        active.add(column);
      }
    }
  }

  /** The least priced cost of a bill over all its ways still allowed, leaving it open included. */
  private double leastCost(int bill, BillState state, BillOffers offers, Prices prices) {
    double least = prices.ofBill[bill] + offers.least();
    double open = instance.openWeight * instance.principal[bill];
    return state.mayStayOpen ? Math.min(least, open) : least;
  }

  private List<Column> activate(Node node) {
    if (master.columns.size() > MOST_COLUMNS) {
      master.forgetAllButBasis();
    }
    List<Column> active = new ArrayList<>(master.columns.size() + 4 * instance.bills);
    for (Column column : master.columns) {
      column.allowed = column.fits(node.states[column.bill], instance.methods);
      if (column.allowed) {
        active.add(column);
      }
    }
    return active;
  }

  private void dropHopeless(Node node, double bound, double cutoff) {
    for (int bill = 0; bill < instance.bills; bill++) {
      for (int last = 0; last < instance.dates; last++) {
        drop(node, bill, last, false, bound + growing[bill][last] >= cutoff);
        drop(node, bill, last, true, bound + stopped[bill][last] >= cutoff);
      }
    }
  }

  private static void drop(Node node, int bill, int last, boolean stop, boolean hopeless) {
    if (hopeless && node.states[bill].allows(last, stop)) {
      node.change(bill).forbid(last, stop);
    }
  }

  private boolean impossible() {
    for (Column column : master.columns) {
      if (!column.allowed && master.levelOf(column) > Mixture.NOTHING) {
        return true;
      }
    }
    return false;
  }

  /** What the solved program does with each bill. */
  Mixture[] mixtures() {
    Mixture[] mixtures = new Mixture[instance.bills];
    for (int bill = 0; bill < instance.bills; bill++) {
      mixtures[bill] = new Mixture();
    }
    for (Column column : master.columns) {
      double share = master.levelOf(column);
      if (share > 1e-9 && column.allowed) {
        mixtures[column.bill].add(column, share);
      }
    }
    return mixtures;
  }
}
