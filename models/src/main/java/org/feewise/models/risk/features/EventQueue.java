package org.feewise.models.risk.features;

import java.util.Arrays;

/**
 * Events waiting for their day, earliest first, each packed into a number: a binary heap without an
 * object per event.
 */
final class EventQueue {
  private static final int DAY_SHIFT = 40;
  private static final int KIND_SHIFT = 32;

  private long[] heap = new long[16];
  private int size;

  /** Adds an event; those of one day come by kind, then by bill. */
  void add(int day, int kind, int bill) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    long event = (long) day << DAY_SHIFT | (long) kind << KIND_SHIFT | bill;
    int at = size++;
    while (at > 0 && heap[(at - 1) / 2] > event) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = event;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The earliest event; there must be one. */
  long first() {
    return heap[0];
  }

  void removeFirst() {
    long event = heap[--size];
    int at = 0;
    int child = earlierChild(at);
    while (child < size && heap[child] < event) {
      heap[at] = heap[child];
      at = child;
      child = earlierChild(at);
    }
    heap[at] = event;
  }

  static int day(long event) {
    return (int) (event >> DAY_SHIFT);
  }

  static int kind(long event) {
    return (int) (event >> KIND_SHIFT) & 0xff;
  }

  static int bill(long event) {
    return (int) event;
  }

  private int earlierChild(int of) {
    int left = 2 * of + 1;
    return left + 1 < size && heap[left + 1] < heap[left] ? left + 1 : left;
  }
}
