/// A way to load a page. It takes its time, and it may fail.
interface Loader {
  byte[] load(String url) throws Exception;
}
