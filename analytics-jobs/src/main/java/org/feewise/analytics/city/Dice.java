package org.feewise.analytics.city;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed and keys always throw the same numbers. */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Dice of their own for whatever the keys name, independent of how much else was thrown. */
  static Dice of(long seed, long... keys) {
    long state = seed;
    for (long key : keys) {
      state = mix(state + GOLDEN * (key + 1));
    }
    return new Dice(new SplittableRandom(state));
  }

  /** The finaliser of MurmurHash3, which spreads every bit over all others. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** A number in [0, 1). */
  double uniform() {
    return random.nextDouble();
  }

  boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  double normal() {
    return random.nextGaussian();
  }

  /** A whole number between two others, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** How often something fails before it first succeeds, with the given mean. */
  int waiting(double mean) {
    double stay = mean / (1 + mean);
    return (int) Math.floor(StrictMath.log1p(-random.nextDouble()) / StrictMath.log(stay));
  }

  <T> T oneOf(List<T> equallyLikely) {
    return equallyLikely.get(random.nextInt(equallyLikely.size()));
  }

  /** One of the keys, as often as its share says; shares add up to 1. */
  <T> T oneOf(Map<T, Double> shares) {
    double rest = random.nextDouble();
    T last = null;
    for (Map.Entry<T, Double> share : shares.entrySet()) {
      last = share.getKey();
      rest -= share.getValue();
      if (rest < 0) {
        return last;
      }
    }
    return last;
  }
}
