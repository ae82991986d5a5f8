package org.feewise.models.plans.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.feewise.models.plans.PayDate;
import org.feewise.models.plans.Payment;
import org.feewise.models.plans.PlanBill;

/**
 * Plans like the best one so far: most bills keep their days and methods, a few may change.
 *
 * <p>Shaw, "Using Constraint Programming and Local Search Methods to Solve Vehicle Routing
 * Problems", CP 1998.
 */
final class Neighbourhood {
  private static final int FEWEST_FREE = 4;
  private static final int MOST_FREE = 9;

  private final Instance instance;
  private final Map<LocalDate, Integer> dates = new HashMap<>();
  private final RandomGenerator random;

  Neighbourhood(Instance instance, RandomGenerator random) {
    this.instance = instance;
    this.random = random;
    List<PayDate> payDates = instance.problem.payDates();
    for (int d = 0; d < payDates.size(); d++) {
      dates.put(payDates.get(d).on(), d);
    }
  }

  /** Whether looking around is less than looking everywhere. */
  boolean isSmaller() {
    return instance.bills > MOST_FREE;
  }

  /** The part of the search space around a plan. */
  Node around(List<Payment> plan) {
    Map<String, boolean[]> slots = new HashMap<>();
    for (Payment payment : plan) {
      slots.computeIfAbsent(payment.billNo(), no -> new boolean[instance.slots])[slotOf(payment)] =
          true;
    }
    boolean[] free = free(slots);
    Node node = Node.root(instance);
    for (int bill = 0; bill < instance.bills; bill++) {
      PlanBill owed = instance.problem.bills().get(bill);
      if (!free[bill]) {
        keep(node.change(bill), slots.getOrDefault(owed.billNo(), new boolean[instance.slots]));
      }
    }
    return node;
  }

  private int slotOf(Payment payment) {
    int method = 0;
    while (instance.problem.methods().get(method).method() != payment.method()) {
      method++;
    }
    return instance.slot(dates.get(payment.on()), method);
  }

  /** Bills drawn from all, or the ones that pay nearest to a day. */
  private boolean[] free(Map<String, boolean[]> slots) {
    int count = Math.min(random.nextInt(FEWEST_FREE, MOST_FREE), instance.bills);
    int day = random.nextInt(Math.max(1, instance.dates));
    boolean anyDay = random.nextInt(3) == 0;
    double[] distance = new double[instance.bills];
    for (int bill = 0; bill < instance.bills; bill++) {
      boolean[] used = slots.get(instance.problem.bills().get(bill).billNo());
      distance[bill] = random.nextDouble() + (anyDay || used == null ? 0 : 2 * daysFrom(day, used));
    }
    double[] sorted = distance.clone();
    Arrays.sort(sorted);
    boolean[] free = new boolean[instance.bills];
    for (int bill = 0; bill < instance.bills; bill++) {
      free[bill] = distance[bill] <= sorted[count - 1];
    }
    return free;
  }

  private int daysFrom(int day, boolean[] used) {
    int nearest = instance.dates;
    for (int slot = 0; slot < instance.slots; slot++) {
      if (used[slot]) {
        nearest = Math.min(nearest, Math.abs(instance.dateOf(slot) - day));
      }
    }
    return nearest;
  }

  private void keep(BillState state, boolean[] used) {
    int last = -1;
    for (int slot = 0; slot < instance.slots; slot++) {
      if (used[slot]) {
        state.payFor(instance, slot);
        last = instance.dateOf(slot);
      } else {
        state.close(slot);
      }
    }
    state.mayStayOpen = last < 0;
    state.forbidBetween(last + 1, instance.dates);
  }
}
