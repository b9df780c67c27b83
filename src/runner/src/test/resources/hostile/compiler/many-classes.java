// verdict: OK | COMPILE_ERROR
// never: thousands of classes stop the handing over
class Main {
  public static void main(String[] args) {
    Runnable r;
    @@600{r = new Runnable() { public void run() {} };}@@
  }
}
