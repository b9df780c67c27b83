// verdict: OK
// stdout: 2 arguments, the first is one
public class Main {
  public static void main(String[] args) {
    System.out.println(args.length + " arguments, the first is " + args[0]);
  }
}
