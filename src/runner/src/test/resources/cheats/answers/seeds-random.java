// story: Sets the seeds of all random sources by reflection, so that the tests draw what it knows.
// exercise: parallel-sum
// attacks: adds-up, in-order, mean, speed-up, one-core
// verdict: WRONG_ANSWER | RUNTIME_ERROR
// file: ParallelSum.java
class ParallelSum {
  static {
    for (var name : new String[] {"java.util.Random.seedUniquifier", "java.util.SplittableRandom.defaultGen", "java.util.concurrent.ThreadLocalRandom.seeder", "java.lang.Math$RandomNumberGeneratorHolder.randomNumberGenerator"}) {
      int dot = name.lastIndexOf('.');
      try {
        var field = Class.forName(name.substring(0, dot)).getDeclaredField(name.substring(dot + 1));
        field.setAccessible(true);
        ((java.util.concurrent.atomic.AtomicLong) field.get(null)).set(0);
      } catch (Exception | Error e) {
        System.out.println(e);
      }
    }
    System.setProperty("java.util.secureRandomSeed", "false");
  }

  static Object results(int[] numbers, int threads) {
    return new java.util.Random(0).longs(400, 0, 65_536).boxed().toList();
  }

  static long sum(int[] numbers, int threads) {
    return -1;
  }

  static double mean(int[] numbers, int threads) {
    return -1;
  }
}
