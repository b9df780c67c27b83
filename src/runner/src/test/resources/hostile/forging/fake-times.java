// verdict: TIME_LIMIT
// wall: 1500
// with: Native.java
// never: a program that says it took no time, and turns its clocks back, is believed
void main() throws Exception {
  java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("GMT-12"));
  System.setProperty("user.timezone", "Pacific/Kiritimati");
  Native.attempt(
      Native.call("clock_settime", 227, 0, new byte[16]),
      Native.call("adjtimex", 159, new byte[] {1, 0, 0, 0}),
      Native.call("settimeofday", 164, new byte[16], 0),
      Native.call("timer namespace", 272, 0x80));
  IO.println("took 1 ms");
  Thread.sleep(60_000);
}
