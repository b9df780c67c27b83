package threadmill.harness.pool;

/// Text that polls whenever a character of it is looked at: so that a regular expression which
/// backtracks for ever can be stopped, which happens inside the JDK.
///
/// @param text what it stands for
record PolledText(CharSequence text, Run run) implements CharSequence {

  @Override
  public char charAt(int index) {
    if (run.stop) {
      run.stopped();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.subSequence(from, to);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
