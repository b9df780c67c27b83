package threadmill.harness.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The head of a request of HTTP/1.0 or HTTP/1.1 (RFC 9112).
///
/// @param fault an answer to what cannot be understood or is not served, which ends the connection
/// @param host without its port, in lower case
/// @param path without its query
/// @param persists whether the connection stays open after the answer
record Request(@Nullable Answer fault, boolean head, String host, String path, boolean persists) {

  /// Takes the first whole head from a buffer that is being filled, or nothing where there is none
  /// yet.
  static @Nullable Request take(ByteBuffer in) {
    var lines = new ArrayList<String>();
    int from = 0;
    for (int at = 0; at < in.position(); at++) {
      if (in.get(at) != '\n') {
        continue;
      }
      int end = at > from && in.get(at - 1) == '\r' ? at - 1 : at;
      var bytes = new byte[end - from];
      in.get(from, bytes);
      var line = new String(bytes, StandardCharsets.ISO_8859_1);
      from = at + 1;
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        in.flip().position(from);
        in.compact();
        return of(lines);
      }
    }
    return null;
  }

  static Request refused(String status, String sentence) {
    return new Request(Answer.said(status, sentence, true), false, "", "", false);
  }

  private static Request of(List<String> lines) {
    var words = lines.getFirst().split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/")) {
      return refused("400 Bad Request", "This is not a request of HTTP/1.1.");
    }
    boolean newer = words[2].equals("HTTP/1.1");
    if (!newer && !words[2].equals("HTTP/1.0")) {
      return refused("505 HTTP Version Not Supported", "The virtual web speaks HTTP/1.1.");
    }
    var host = "";
    boolean persists = newer;
    boolean body = false;
    for (var line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return refused("400 Bad Request", "A header field has no name.");
      }
      var value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "host" -> host = value;
        case "connection" -> persists = persists(value, persists);
        case "content-length" -> body |= !value.equals("0");
        case "transfer-encoding" -> body = true;
        default -> {}
      }
    }
    if (!words[0].equals("GET") && !words[0].equals("HEAD")) {
      return refused("405 Method Not Allowed", "The virtual web answers GET and HEAD.");
    }
    if (newer && host.isEmpty()) {
      return refused("400 Bad Request", "A request of HTTP/1.1 names its host.");
    }
    return of(words[0].equals("HEAD"), words[1], host, persists && !body);
  }

  private static boolean persists(String options, boolean otherwise) {
    for (var option : options.split(",", -1)) {
      switch (option.strip()) {
        case "close" -> {
          return false;
        }
        case "keep-alive" -> {
          return true;
        }
        default -> {}
      }
    }
    return otherwise;
  }

  /// The target may be a path or a whole address.
  private static Request of(boolean head, String target, String host, boolean persists) {
    var authority = host;
    var path = target;
    if (target.toLowerCase(Locale.ROOT).startsWith("http://")) {
      var rest = target.substring("http://".length());
      int slash = rest.indexOf('/');
      authority = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
      path = slash < 0 ? "/" : rest.substring(slash);
    }
    return new Request(null, head, before(authority, ':'), before(path, '?'), persists);
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
