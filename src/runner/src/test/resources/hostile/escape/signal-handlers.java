// verdict: TIME_LIMIT
// wall: 1500
// never: a program that handles every signal cannot be ended
import sun.misc.Signal;

void main() {
  for (var name : new String[] {"TERM", "INT", "HUP", "USR2", "ALRM", "XCPU", "XFSZ", "STOP", "KILL", "SEGV"}) {
    try {
      Signal.handle(new Signal(name), signal -> IO.println("got " + signal));
    } catch (IllegalArgumentException e) {
      IO.println(e.getMessage());
    }
  }
  Signal.raise(new Signal("TERM"));
  while (true) Thread.onSpinWait();
}
