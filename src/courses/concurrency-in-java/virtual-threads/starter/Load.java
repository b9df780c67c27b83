/// Loads one thing from far away, which takes its time.
interface Load {
  String of(int id) throws Exception;
}
