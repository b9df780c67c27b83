/// Something that takes a while: many steps of a xorshift generator, which no formula shortens.
class Work {
  static long of(int number) {
    long x = number | 1L;
    for (int i = 0; i < 100_000; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x & 0xFFFF;
  }
}
