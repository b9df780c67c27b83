package threadmill.harness.pool;

import java.util.Arrays;
import threadmill.harness.weave.Replaces;

/// Copies into arrays of any length.
@Replaces(Arrays.class)
public final class OfArrays {
  private OfArrays() {}

  public static int[] copyOf(int[] array, int length, Run run) {
    Sizes.room(length, Integer.BYTES, run);
    return Arrays.copyOf(array, length);
  }

  public static long[] copyOf(long[] array, int length, Run run) {
    Sizes.room(length, Long.BYTES, run);
    return Arrays.copyOf(array, length);
  }

  public static byte[] copyOf(byte[] array, int length, Run run) {
    Sizes.room(length, Byte.BYTES, run);
    return Arrays.copyOf(array, length);
  }

  public static char[] copyOf(char[] array, int length, Run run) {
    Sizes.room(length, Character.BYTES, run);
    return Arrays.copyOf(array, length);
  }

  public static double[] copyOf(double[] array, int length, Run run) {
    Sizes.room(length, Double.BYTES, run);
    return Arrays.copyOf(array, length);
  }

  public static Object[] copyOf(Object[] array, int length, Run run) {
    Sizes.room(length, Integer.BYTES, run);
    return Arrays.copyOf(array, length);
  }
}
